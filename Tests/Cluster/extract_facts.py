#!/usr/bin/env python3
"""Facts of a folder of JSON lines as Parquet, by Spark: a partition a publisher and year.

Usage: extract_facts.py INPUT OUTPUT [SHIRABE]

A line of INPUT is {"id", "title", "text"} or {"id", "path"}, with "publisher" and "year" where they are known. A row of OUTPUT is
a row of `shirabe facts --format flat`; what is wrong with a document is a row whose field is `error`. Every worker needs the program
(SHIRABE: its path there), and the files that "path" names. Spark works a task again whose worker ended, and keeps one result of each.
"""
import io, subprocess, sys

import pandas as pd
from pyspark.sql import SparkSession, functions as F

COLUMNS = "document,type,name,field,value,number,unit,fiscalYear,page,lines".split(",")
SCHEMA = ", ".join(f"`{name}` string" for name in COLUMNS) + ", publisher string, year string"


def extract(spark, source, target, program="shirabe"):
    lines = spark.read.text(source).where(F.trim("value") != "")
    documents = lines.select(
        F.col("value").alias("line"), *(F.get_json_object("value", f"$.{name}").alias(name) for name in ["id", "publisher", "year"])
    )
    # facts of two documents under one id could not be told apart
    twice = documents.where("id is not null").groupBy("id").count().where("count > 1").orderBy("id").limit(10).collect()
    if twice:
        raise SystemExit("ids of more than one document: " + ", ".join(row["id"] for row in twice))

    def facts(batches):
        for batch in batches:
            run = subprocess.run(
                [program, "facts", "--stdin", "--format", "flat", "--jobs", "1"],
                input="".join(line + "\n" for line in batch["line"]).encode(), stdout=subprocess.PIPE, check=True,
            )
            rows = pd.read_csv(io.BytesIO(run.stdout), dtype=str, keep_default_na=False, lineterminator="\n")
            known = batch[["id", "publisher", "year"]].dropna(subset="id").rename(columns={"id": "document"})
            yield rows.merge(known, on="document", how="left")[COLUMNS + ["publisher", "year"]]

    # as many as a run of the program reads together
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", 256)
    found = documents.mapInPandas(facts, SCHEMA)
    found.repartition("publisher", "year").write.partitionBy("publisher", "year").mode("errorifexists").parquet(target)


if __name__ == "__main__":
    extract(SparkSession.builder.getOrCreate(), *sys.argv[1:4])
