"""Tunes a training with Sweetspot. Needs Python alone. First, elsewhere: ./sweetspot serve"""
import http.client, json, math, os, sys, time, urllib.error, urllib.request, uuid

address = (sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8322").rstrip("/") + "/api"
study = sys.argv[2] if len(sys.argv) > 2 else "from-python"
headers = {"Content-Type": "application/json", "Authorization": "Bearer " + os.environ.get("SWEETSPOT_TOKEN", "")}


def say(path, **message):
    """The answer to a message. One that was lost is sent once more: nothing is counted twice."""
    request = urllib.request.Request(address + path, json.dumps(message).encode() if message else None, headers)
    for pause in (1, 2, 4, 8, 0):
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as refused:
            raise ValueError(json.load(refused)["error"]) from None
        except (OSError, http.client.HTTPException):
            if not pause:
                raise
            time.sleep(pause)


def loss_after(epoch, learning_rate, momentum):
    """Stands for your training, one epoch at a time."""
    return (math.log10(learning_rate) + 2) ** 2 / 9 + (momentum - 0.6) ** 2 + 0.3 ** epoch


say("/studies", name=study, seed=1, epochs=9, budget={"trials": 20}, objective={"name": "loss"},
    space={"learning_rate": {"type": "real", "low": 1e-5, "high": 1, "scale": "log"},
           "momentum": {"type": "real", "low": 0, "high": 1}})

while True:
    trial = say(f"/studies/{study}/ask", wait=20, key=str(uuid.uuid4()))
    if "finished" in trial:
        break
    if "wait" in trial:
        continue  # other clients are still at work
    path = f"/studies/{study}/trials/{trial['id']}"
    for epoch in range(trial["from"] + 1, trial["to"] + 1):
        loss = loss_after(epoch, **trial["params"])
        report = say(path + "/report", at=epoch, values={"loss": loss}, key=trial["key"])
        if report["stop"]:
            break  # it is not worth going on, or not now
    else:
        say(path + "/tell", values={"loss": loss}, key=trial["key"])

best = say(f"/studies/{study}/best")["best"]
print(f"trial {best['id']}: {best['params']}, loss {best['values']['loss']:.4f}")
