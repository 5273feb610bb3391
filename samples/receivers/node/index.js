// Receives Ingestion's webhooks: checks the signature, takes each event once, and prints a line for each.
//   WEBHOOK_SECRET=whsec_... PORT=8090 node index.js
"use strict";

const http = require("node:http");
const { Webhook, WebhookVerificationError } = require("standardwebhooks");

const secret = process.env.WEBHOOK_SECRET;
if (!secret) {
  console.error("WEBHOOK_SECRET is not set. It is in the answer that made the subscription, and begins with whsec_.");
  process.exit(1);
}
const webhook = new Webhook(secret);
// A real receiver keeps the ids where it keeps the articles, in the same transaction.
const taken = new Set();

const server = http.createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    // The signature is over the bytes as they came: read the JSON only after it was checked.
    const status = take(Buffer.concat(chunks).toString("utf8"), request.headers);
    response.writeHead(status).end();
  });
});

function take(body, headers) {
  let event;
  try {
    event = webhook.verify(body, headers);
  } catch (error) {
    if (!(error instanceof WebhookVerificationError)) throw error;
    console.log(`refused ${headers["webhook-id"]}: ${error.message}`);
    return 401;
  }
  const id = headers["webhook-id"];
  if (taken.has(id)) {
    console.log(`known ${id}`);
    return 204;
  }
  taken.add(id);
  // article.withdrawal carries no article: take down what you have.
  console.log(`taken ${id} ${event.type} ${event.data.articleId ?? ""} ${event.data.version ?? ""}`.trim());
  return 204;
}

server.listen(Number(process.env.PORT ?? 8090), "127.0.0.1", () => console.log(`listening on ${server.address().port}`));
