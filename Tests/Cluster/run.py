#!/usr/bin/env python3
"""Runs both jobs on two threads of this machine and compares what DuckDB reads of them with plain runs.

Usage: run.py SHIRABE [COUNT]

SHIRABE is the built program. The first task's worker is killed: nothing may be lost or doubled by it.
Exit status 1 where anything differs.
"""
import csv, io, json, os, pathlib, subprocess, sys, tempfile, time

os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
import duckdb
from pyspark.sql import SparkSession

from answer_questions import answer
from documents import documents, write
from extract_facts import COLUMNS, extract

QUESTIONS = ["予算が一番多い事業は？", "その達成度は？", "環境の指標", "達成度4の事業はいくつ？", "", "宇宙船の数は？"]


def killed_once(program, folder):
    """A program that ends by a signal where it is run the first time, and else is `program`."""
    wrapper = pathlib.Path(folder) / "shirabe"
    wrapper.write_text(f'#!/bin/sh\nif mkdir "{folder}/killed" 2>/dev/null; then kill -9 $$; fi\nexec "{program}" "$@"\n')
    wrapper.chmod(0o755)
    return str(wrapper)


def plain_facts(program, lines):
    out = subprocess.run([program, "facts", "--stdin", "--format", "flat"], input=lines, stdout=subprocess.PIPE, check=True).stdout
    return sorted(tuple(row) for row in list(csv.reader(io.StringIO(out.decode(), newline="")))[1:])


def seconds(work):
    start = time.monotonic()
    return work(), time.monotonic() - start


def main(program, count=200):
    program = os.path.realpath(program)
    with tempfile.TemporaryDirectory() as folder:
        write(count, f"{folder}/in")
        with open(f"{folder}/in/bad.jsonl", "w", encoding="utf-8") as bad:
            bad.write('no JSON\n{"id": "without"}\n{"id": "gone", "path": "/nonexistent"}\n\n{"id": "none", "text": ""}\n')
        lines = b"".join(file.read_bytes() for file in sorted(pathlib.Path(f"{folder}/in").glob("*.jsonl")))
        lines = b"".join(line + b"\n" for line in lines.split(b"\n") if line.strip())
        spark = (
            SparkSession.builder.master("local[2, 4]").config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", 4).getOrCreate()
        )
        spark.sparkContext.setLogLevel("OFF")
        plain, alone = seconds(lambda: plain_facts(program, lines))
        _, cluster = seconds(lambda: extract(spark, f"{folder}/in", f"{folder}/facts", killed_once(program, folder)))
        columns = ", ".join(f'coalesce("{name}", \'\')' for name in COLUMNS)
        table = f"read_parquet('{folder}/facts/**/*.parquet', hive_partitioning = true)"
        rows = sorted(duckdb.sql(f"select {columns} from {table}").fetchall())
        places = dict(duckdb.sql(f"select document, any_value(publisher || ' ' || year) from {table} group by 1").fetchall())
        wrong = [one["id"] for one in documents(count) if places.get(one["id"], "") not in ("", f"{one['publisher']} {one['year']}")]
        with open(f"{folder}/in/twice.jsonl", "w", encoding="utf-8") as twice:
            twice.write('{"id": "none", "text": "甲"}\n')
        try:
            extract(spark, f"{folder}/in", f"{folder}/refused", program)
            refused = False
        except SystemExit as end:
            refused = "none" in str(end) and not os.path.exists(f"{folder}/refused")

        write(10, f"{folder}/plans", "txt")
        subprocess.run([program, "index", "--index", f"{folder}/index", f"{folder}/plans"], check=True, stderr=subprocess.DEVNULL)
        with open(f"{folder}/questions", "w", encoding="utf-8") as file:
            file.write("".join(question + "\n" for question in QUESTIONS))
        asked = [program, "converse", "--apart", "--format", "jsonl", "--index", f"{folder}/index"]
        said = subprocess.run(asked, stdin=open(f"{folder}/questions"), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
        answer(spark, f"{folder}/questions", f"{folder}/index", f"{folder}/answers", program)
        answers = duckdb.sql(f"select answer from '{folder}/answers/*.parquet' order by number").fetchall()
        spark.stop()

        outcome = {
            "documents": count, "rows": len(plain), "seconds": {"plain": round(alone, 1), "spark": round(cluster, 1)},
            "workerWasKilled": os.path.exists(f"{folder}/killed"),
            "sameFacts": rows == plain and len(plain) > count, "samePartitions": not wrong,
            "repeatedIdsRefused": refused,
            "errors": sum(row[3] == "error" for row in rows),
            "sameAnswers": [one for one, in answers] == said.decode().split("\n")[:-1] and len(answers) == len(QUESTIONS),
        }
        print(json.dumps(outcome))
        checks = [outcome[name] for name in ("workerWasKilled", "sameFacts", "samePartitions", "repeatedIdsRefused", "sameAnswers")]
        return 0 if all(checks) and outcome["errors"] == 3 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:3])))
