#!/usr/bin/env python3
"""Derives expected.tsv from run.trec and qrels.trec with ir_measures (PyPI); with --check, compares instead of writing.

    derive.py [--check]
    derive.py --report REPORT RUN QRELS     the figures that `shirabe eval topics -v --run-out RUN --qrels-out QRELS` printed

    exit 1 where a figure differs by more than 1e-6; exit 0 with a sentence where ir_measures is missing

RR with a cut-off is left out: ir_measures takes it from a provider that breaks ties otherwise than trec_eval does.
The run and the judgements are made (seeded, below), with ties of scores, unjudged ids, grades of 0 and a topic with nothing found.
"""
import pathlib, random, sys

here = pathlib.Path(__file__).parent
try:
    import ir_measures
except ImportError:
    sys.exit("ir_measures is not installed: pip install ir_measures" if "--check" not in sys.argv else 0)

NAMES = ["nDCG@10", "nDCG", "RR", "P@5", "P@20", "R@20", "R@100", "AP", "AP@10"]


def make():
    rng = random.Random(20261129)
    run, qrels = [], []
    for t in range(1, 31):
        ids = [f"plan-{rng.randrange(9)}:{n}-{n + rng.randrange(4)}" for n in rng.sample(range(1, 400), 60)]
        for d in rng.sample(ids, rng.randrange(3, 25)):
            qrels.append(f"t{t:02} 0 {d} {rng.choice([0, 1, 1, 2, 3])}")
        qrels.append(f"t{t:02} 0 {ids[-1]} 1")
        if t == 30:
            continue
        ranked = rng.sample(ids, rng.randrange(5, 60))
        for rank, d in enumerate(ranked, 1):
            run.append(f"t{t:02} Q0 {d} {rank} {rng.choice([round(60 - rank, 1), 30])} made")
    (here / "run.trec").write_text("\n".join(run) + "\n")
    (here / "qrels.trec").write_text("\n".join(dict.fromkeys(qrels)) + "\n")


def derive(run=here / "run.trec", qrels=here / "qrels.trec", names=NAMES):
    measures = [ir_measures.parse_measure(n) for n in names]
    qrels = list(ir_measures.read_trec_qrels(str(qrels)))
    run = list(ir_measures.read_trec_run(str(run)))
    rows = {}
    for m in ir_measures.iter_calc(measures, qrels, run):
        rows[(m.query_id, str(m.measure))] = m.value
    topics = sorted({q.query_id for q in qrels})
    return [f"{t}\t{n}\t{rows.get((t, str(m)), 0.0):.9f}" for t in topics for n, m in zip(names, measures)]


def compare(report, run, qrels):
    """Figures are printed to four places."""
    head, *rows = [l.split("\t") for l in pathlib.Path(report).read_text().splitlines()]
    names = head[1:head.index("unjudged@10")]
    printed = {(r[0], n): float(v) for r in rows for n, v in zip(names, r[1:])}
    derived = [l.split("\t") for l in derive(run, qrels, names)]
    bad = [(t, n, printed.get((t, n)), v) for t, n, v in derived if abs(printed.get((t, n), -1) - float(v)) > 5.1e-5]
    sys.exit(f"{len(bad)} of {len(derived)} figures differ: {bad[:3]}" if bad else 0)


if sys.argv[1:2] == ["--report"]:
    compare(*sys.argv[2:])

if "--check" in sys.argv:
    old = [l.split("\t") for l in (here / "expected.tsv").read_text().splitlines()]
    new = [l.split("\t") for l in derive()]
    bad = [a for a, b in zip(old, new) if a[:2] != b[:2] or abs(float(a[2]) - float(b[2])) > 1e-6]
    sys.exit(f"{len(bad)} figures differ: {bad[:3]}" if bad or len(old) != len(new) else 0)
make()
(here / "expected.tsv").write_text("\n".join(derive()) + "\n")
