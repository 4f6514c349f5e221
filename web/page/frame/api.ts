import { useCallback, useEffect, useRef, useState } from "react";

/** What the server refused, in its words. */
export class Refused extends Error {
    constructor(
        readonly status: number,
        readonly error: string,
        readonly hint: string,
    ) {
        super(error + (hint === "" ? "" : " " + hint));
    }
}

const AWAY = new Refused(
    0,
    "The studio does not answer.",
    "Maybe it was stopped: look at the window in which it was started. This page goes on by itself once it is there again.",
);

/** Asks the server; what it refuses is thrown as Refused. */
export async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
    let answer: Response;
    try {
        answer = await fetch(path, init);
    } catch (failure) {
        if (failure instanceof DOMException && failure.name === "AbortError") {
            throw failure;
        }
        throw AWAY;
    }
    if (!answer.ok) {
        let words = { error: "The server answered with " + answer.status + ".", hint: "" };
        try {
            words = await answer.json();
        } catch {
            // Words of a proxy, say: the number is all that is known.
        }
        throw new Refused(answer.status, words.error, words.hint);
    }
    return answer.status === 204 ? (undefined as T) : await answer.json();
}

/** Sends a JSON text. */
export function send<T>(verb: "POST" | "PUT" | "DELETE", path: string, body?: unknown): Promise<T> {
    return body === undefined
        ? ask<T>(path, { method: verb })
        : ask<T>(path, { method: verb, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
}

export type Asked<T> = { value: T | undefined; failure: Refused | undefined; again: () => void };

/**
 * What the server says under a path; asked again when the path or the stamp changes. The last value stays until there is
 * another one, so that nothing flickers. Without a path nothing is asked.
 */
export function useAsked<T>(path: string | undefined, stamp: unknown = 0): Asked<T> {
    const [state, setState] = useState<{ path?: string | undefined; value?: T | undefined; failure?: Refused | undefined }>({});
    const [round, setRound] = useState(0);
    const latest = useRef(path);
    latest.current = path;
    useEffect(() => {
        if (path === undefined) {
            return;
        }
        const end = new AbortController();
        ask<T>(path, { signal: end.signal })
            .then((value) => setState({ path, value }))
            .catch((failure: unknown) => {
                if (failure instanceof Refused) {
                    setState((before) => ({ path, value: before.path === path ? before.value : undefined, failure }));
                }
            });
        return () => end.abort();
    }, [path, stamp, round]);
    const again = useCallback(() => setRound((n) => n + 1), []);
    const mine = state.path === path;
    return { value: mine ? state.value : undefined, failure: mine ? state.failure : undefined, again };
}
