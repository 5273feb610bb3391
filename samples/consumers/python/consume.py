"""Prints every article as it is published, corrected or withdrawn.

    pip install pika
    python consume.py amqp://guest:guest@localhost:5672/ 'article.*.*.en'

The exchange "articles" is a topic exchange; a routing key is article.CHANGE.SOURCE.LANGUAGE, where CHANGE is new, correction, metadata
or withdrawal, and a dot in a source is written %2E. The queue is durable: what comes while this program does not run waits in it.
A change can come twice (the broker or this program may fail between the work and its acknowledgement), so the last sequence done is kept.
"""

import json
import sys

import pika

QUEUE = "articles-to-python"


def main(url: str, pattern: str) -> None:
    connection = pika.BlockingConnection(pika.URLParameters(url))
    channel = connection.channel()
    channel.exchange_declare("articles", exchange_type="topic", durable=True)
    channel.queue_declare(QUEUE, durable=True, arguments={"x-queue-type": "quorum"})
    channel.queue_bind(QUEUE, "articles", pattern)
    channel.basic_qos(prefetch_count=50)
    last = 0
    for method, properties, body in channel.consume(QUEUE):
        event = json.loads(body)
        if int(event["sequence"]) > last:
            last = int(event["sequence"])
            title = event["data"].get("article", {}).get("title", "")
            print(event["sequence"], event["type"], event["subject"], f"version {event['articleversion']}", title, flush=True)
        channel.basic_ack(method.delivery_tag)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "amqp://guest:guest@localhost:5672/", sys.argv[2] if len(sys.argv) > 2 else "article.#")
