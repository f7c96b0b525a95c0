#!/usr/bin/env python3
"""Answers to a file of questions as Parquet, by Spark.

Usage: answer_questions.py QUESTIONS INDEX OUTPUT [SHIRABE]

QUESTIONS has a question a line, each asked as the first of a conversation. Every worker opens INDEX under the same path (a shared
or copied folder) and only reads it. A row of OUTPUT is number (from 1), question, status, canonical, total, and the whole answer as JSON.
"""
import json, subprocess, sys

import pandas as pd
from pyspark.sql import SparkSession

SCHEMA = "number long, question string, status string, canonical string, total long, answer string"


def answer(spark, source, index, target, program="shirabe"):
    questions = open(source, encoding="utf-8").read().removesuffix("\n").split("\n")
    asked = spark.createDataFrame(list(enumerate(questions, 1)), "number long, question string")

    def answers(batches):
        for batch in batches:
            run = subprocess.run(
                [program, "converse", "--apart", "--format", "jsonl", "--index", index],
                input="".join(question + "\n" for question in batch["question"]).encode(), stdout=subprocess.PIPE,
            )
            lines = run.stdout.decode().splitlines()
            # 1 and 2 say that some question found nothing or could not be read: its line says so too
            if run.returncode not in (0, 1, 2) or len(lines) != len(batch):
                raise RuntimeError(f"status {run.returncode}, {len(lines)} answers to {len(batch)} questions")
            found = [json.loads(line) for line in lines]
            first = [(one["readings"] or [{}])[0] for one in found]
            yield pd.DataFrame({
                "number": batch["number"], "question": batch["question"], "status": [one["status"] for one in found],
                "canonical": [one.get("canonical") for one in first], "total": [one.get("total", 0) for one in first],
                "answer": lines,
            })

    asked.repartition(spark.sparkContext.defaultParallelism).mapInPandas(answers, SCHEMA).write.mode("errorifexists").parquet(target)


if __name__ == "__main__":
    answer(SparkSession.builder.getOrCreate(), *sys.argv[1:5])
