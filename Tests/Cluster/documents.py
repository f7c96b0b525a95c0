#!/usr/bin/env python3
"""Documents like those of Corpus/ with other names and figures, for runs over many of them.

Usage: documents.py COUNT FOLDER [jsonl|txt]

The same count gives the same documents. Each is a third of a plan of Corpus/, of one of COUNT / 5 cities, with other figures
and other words in its names. jsonl: shards of 50 lines {"id", "title", "text", "publisher", "year"}; txt: a file each.
"""
import json, pathlib, random, re, sys

CORPUS = pathlib.Path(__file__).resolve().parents[2] / "Corpus"
FIRST, SECOND = "青赤白黒緑金銀高長広若松竹梅桜東西南北中上下大小", "山川原田野島崎浜沢谷岡森林池津橋"
WORDS = "環境 産業 地域 市民 福祉 健康 観光 教育 文化 交流 防災 農業 商業 研究 技術 都市 公園 道路 住宅 雇用".split()


def parts():
    """Each plan in three parts, cut between lines."""
    for file in sorted(CORPUS.glob("*.txt")):
        lines = file.read_text(encoding="utf-8").split("\n")
        third = len(lines) // 3 + 1
        for i in range(3):
            yield f"{file.stem}-{i + 1}", "\n".join(lines[i * third : (i + 1) * third]) + "\n"


def documents(count):
    sources = list(parts())
    for number in range(count):
        chance = random.Random(number)
        name, text = sources[number % len(sources)]
        city = number // 5
        publisher = FIRST[city % len(FIRST)] + SECOND[city // len(FIRST) % len(SECOND)] + "市"
        words = dict(zip(WORDS, chance.sample(WORDS, len(WORDS))))
        text = text.replace("川崎市", publisher).replace("川崎", publisher[:-1])
        text = re.sub("|".join(WORDS), lambda m: words[m[0]], text)
        # years stay, and so do short numbers, which are labels and pages more often than figures
        text = re.sub(r"(?<![\d.,])(?!20\d\d(?!\d))\d{3,6}(?![\d.])", lambda m: figure(m[0], chance), text)
        year = 2014 + chance.randrange(12)
        yield {
            "id": f"{number:07}-{name}", "title": f"{publisher} {name}", "text": text,
            "publisher": publisher, "year": year,
        }


def figure(printed, chance):
    """As many digits, the first not 0."""
    return str(chance.randrange(10 ** (len(printed) - 1), 10 ** len(printed)))


def write(count, folder, form="jsonl"):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for document in documents(count):
        if form == "txt":
            (folder / f"{document['id']}.txt").write_text(document["text"], encoding="utf-8")
        else:
            with open(folder / f"{int(document['id'][:7]) // 50:05}.jsonl", "a", encoding="utf-8") as shard:
                shard.write(json.dumps(document, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    write(int(sys.argv[1]), *sys.argv[2:4])
