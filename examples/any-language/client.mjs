// Tunes a training with Sweetspot. Needs Node.js 18 or later alone. First, elsewhere: ./sweetspot serve
import { randomUUID } from "node:crypto";

const [given = "http://127.0.0.1:8322", study = "from-javascript"] = process.argv.slice(2);
const address = given.replace(/\/$/, "") + "/api";
const headers = { "Content-Type": "application/json", Authorization: `Bearer ${process.env.SWEETSPOT_TOKEN ?? ""}` };

/** The answer to a message. One that was lost is sent once more: nothing is counted twice. */
async function say(path, message) {
  const request = message ? { method: "POST", headers, body: JSON.stringify(message) } : { headers };
  for (const pause of [1, 2, 4, 8, 0]) {
    let response;
    let answer;
    try {
      response = await fetch(address + path, request);
      answer = await response.json();
    } catch (lost) {
      if (pause === 0) throw lost;
      await new Promise((done) => setTimeout(done, 1000 * pause));
      continue;
    }
    if (!response.ok) throw new Error(answer.error);
    return answer;
  }
}

/** Stands for your training, one epoch at a time. */
function lossAfter(epoch, { learning_rate, momentum }) {
  return (Math.log10(learning_rate) + 2) ** 2 / 9 + (momentum - 0.6) ** 2 + 0.3 ** epoch;
}

await say("/studies", {
  name: study, seed: 1, epochs: 9, budget: { trials: 20 }, objective: { name: "loss" },
  space: {
    learning_rate: { type: "real", low: 1e-5, high: 1, scale: "log" },
    momentum: { type: "real", low: 0, high: 1 },
  },
});

while (true) {
  const trial = await say(`/studies/${study}/ask`, { wait: 20, key: randomUUID() });
  if (trial.finished) break;
  if (trial.wait) continue; // other clients are still at work
  const { id, key, params } = trial;
  let stop = false;
  let loss;
  for (let epoch = trial.from + 1; epoch <= trial.to && !stop; epoch++) {
    loss = lossAfter(epoch, params);
    ({ stop } = await say(`/studies/${study}/trials/${id}/report`, { at: epoch, values: { loss }, key }));
  }
  if (!stop) await say(`/studies/${study}/trials/${id}/tell`, { values: { loss }, key });
}

const { best } = await say(`/studies/${study}/best`);
console.log(`trial ${best.id}: ${JSON.stringify(best.params)}, loss ${best.values.loss.toFixed(4)}`);
