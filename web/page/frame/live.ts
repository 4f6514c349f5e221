import { useEffect, useState, useSyncExternalStore } from "react";

/**
 * Live events: one connection for a tab, whatever it follows, and none while nobody looks at the tab, because browsers allow
 * few connections to one server.
 */

type Follower = (state: unknown) => void;

export type Connection = "asleep" | "connecting" | "live" | "lost";

const followers = new Map<string, Set<Follower>>();
const latest = new Map<string, unknown>();
const watchers = new Set<() => void>();
let connection: Connection = "asleep";
let source: EventSource | undefined;
let topics = "";
let wait = 0;

function setConnection(next: Connection) {
    if (connection !== next) {
        connection = next;
        watchers.forEach((watcher) => watcher());
    }
}

function schedule() {
    clearTimeout(wait);
    wait = window.setTimeout(connect, 30);
}

function connect() {
    const wanted = document.hidden ? "" : [...followers.keys()].map(encodeURIComponent).sort().join(",");
    if (wanted === topics && (source !== undefined || wanted === "")) {
        return;
    }
    source?.close();
    source = undefined;
    topics = wanted;
    if (wanted === "") {
        setConnection("asleep");
        return;
    }
    setConnection("connecting");
    const opened = new EventSource("/api/live?topics=" + encodeURIComponent(wanted));
    source = opened;
    opened.onopen = () => setConnection("live");
    opened.onmessage = (event) => {
        const { topic, state } = JSON.parse(event.data);
        latest.set(topic, state);
        followers.get(topic)?.forEach((follower) => follower(state));
    };
    opened.onerror = () => {
        setConnection("lost");
        if (opened.readyState === EventSource.CLOSED) {
            // A refusal ends it for good; the server may be another one soon.
            source = undefined;
            topics = "";
            wait = window.setTimeout(connect, 3000);
        }
    };
}

document.addEventListener("visibilitychange", schedule);

/** The latest state of a topic; undefined before it is known. */
export function useLive<T>(topic: string | undefined): T | undefined {
    const [state, setState] = useState<{ topic: string | undefined; state: T | undefined }>({ topic, state: undefined });
    useEffect(() => {
        if (topic === undefined) {
            return;
        }
        const follower: Follower = (next) => setState({ topic, state: next as T });
        const known = followers.get(topic) ?? new Set();
        known.add(follower);
        followers.set(topic, known);
        if (latest.has(topic)) {
            follower(latest.get(topic));
        }
        schedule();
        return () => {
            known.delete(follower);
            if (known.size === 0) {
                followers.delete(topic);
                latest.delete(topic);
            }
            schedule();
        };
    }, [topic]);
    return state.topic === topic ? state.state : undefined;
}

/** Whether events arrive. */
export function useConnection(): Connection {
    return useSyncExternalStore(
        (watcher) => {
            watchers.add(watcher);
            return () => watchers.delete(watcher);
        },
        () => connection,
    );
}
