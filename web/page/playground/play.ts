import { useCallback, useEffect, useRef, useState } from "react";
import { ask, Refused, send } from "../frame/api";
import { useConnection, useLive } from "../frame/live";
import { pathOf } from "../frame/route";
import type { Choice, Frame, Pace, Points } from "./types";

const ALL = "/api/playgrounds";

/** What a page can do with its playground. */
export type Play = {
    points: Points | undefined;
    frame: Frame | undefined;
    failure: Refused | undefined;
    run: (pace: Pace) => void;
    pause: () => void;
    advance: (by: "epoch" | "step") => void;
    again: (pace?: Pace) => void;
};

/**
 * The playground of this page on the server: opened with the first choice, told of each other one, and ended with the page. The
 * server forgets one at which nobody has looked for long; then it is opened again.
 */
export function usePlay(choice: Choice | undefined, goes: Pace | undefined): Play {
    const [name, setName] = useState<string>();
    const [points, setPoints] = useState<Points>();
    const [failure, setFailure] = useState<Refused>();
    const frame = useLive<Frame>(name === undefined ? undefined : "playground/" + name);
    const connection = useConnection();
    const known = useRef<string>(undefined);
    const text = choice === undefined ? undefined : JSON.stringify(choice);
    const latest = useRef({ text, goes });
    latest.current = { text, goes };

    const refuse = (thrown: unknown) => thrown instanceof Refused && setFailure(thrown);

    // One thing after the other, in the order in which they were wanted.
    const queue = useRef<Promise<unknown>>(Promise.resolve());
    const told = useRef<string>(undefined);
    const enqueue = useCallback((job: () => Promise<unknown>) => {
        queue.current = queue.current.then(job).catch(refuse);
    }, []);

    /** Tells the server what is chosen, if it does not know. */
    const tell = useCallback(async () => {
        const body = latest.current.text;
        if (body === undefined || body === told.current) {
            return;
        }
        told.current = body;
        const choice = JSON.parse(body);
        if (known.current !== undefined) {
            try {
                setPoints((await send<{ points: Points }>("PUT", ALL + pathOf(known.current), choice)).points);
            } catch (thrown) {
                if (!(thrown instanceof Refused) || thrown.status !== 404) {
                    throw thrown;
                }
                known.current = undefined;
            }
        }
        if (known.current === undefined) {
            const opened = await send<{ playground: string; points: Points }>("POST", ALL, choice);
            known.current = opened.playground;
            setName(opened.playground);
            setPoints(opened.points);
        }
        setFailure(undefined);
        if (latest.current.goes !== undefined) {
            await send("POST", ALL + pathOf(known.current, "run"), { pace: latest.current.goes });
        }
    }, []);

    useEffect(() => {
        if (text === undefined) {
            return;
        }
        const wait = window.setTimeout(() => enqueue(tell), 120);
        return () => clearTimeout(wait);
    }, [text, enqueue, tell]);

    useEffect(() => {
        const gone = () => {
            if (known.current !== undefined) {
                fetch(ALL + pathOf(known.current), { method: "DELETE", keepalive: true }).catch(() => undefined);
                known.current = undefined;
            }
        };
        window.addEventListener("pagehide", gone);
        return () => {
            window.removeEventListener("pagehide", gone);
            gone();
        };
    }, []);

    useEffect(() => {
        if (connection === "lost") {
            enqueue(async () => {
                if (known.current !== undefined) {
                    await ask(ALL + pathOf(known.current)).catch((thrown: unknown) => {
                        if (thrown instanceof Refused && thrown.status === 404) {
                            told.current = undefined;
                            return tell();
                        }
                        return undefined;
                    });
                }
            });
        }
    }, [connection, enqueue, tell]);

    const order = (verb: string, body?: unknown) =>
        enqueue(async () => {
            await tell();
            if (known.current !== undefined) {
                await send("POST", ALL + pathOf(known.current, verb), body);
                setFailure(undefined);
            }
        });
    return {
        points,
        frame,
        failure,
        run: (pace) => order("run", { pace }),
        pause: () => order("pause"),
        advance: (by) => order("advance", { by }),
        again: (pace) => {
            latest.current.goes = pace ?? latest.current.goes;
            told.current = undefined;
            enqueue(tell);
        },
    };
}
