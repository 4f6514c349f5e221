import { useEffect, useMemo, useRef, useState } from "react";
import { useAsked } from "../frame/api";
import { Link } from "../frame/link";
import { useLive } from "../frame/live";
import { adjust, go, pathOf, useQuery } from "../frame/route";
import { count, digits, moment, time } from "../parts/numbers";
import { Command, Empty, Failure } from "../parts/words";
import { apiOf, type StoreInfo, type Study, type StudyHead } from "./types";

type Order = "newest" | "oldest" | "name";

/** All studies of a store, to be searched and ordered; each row asks for its figures when it comes into view. */
export default function Studies() {
    const query = useQuery();
    const stores = useAsked<{ stores: StoreInfo[] }>("/api/stores");
    const all = stores.value?.stores;
    const store = all?.find((each) => each.id === query.get("store")) ?? all?.[0];
    if (stores.failure) {
        return <Failure failure={stores.failure} again={stores.again} />;
    }
    return (
        <>
            <h1>Studies</h1>
            {all !== undefined && all.length > 1 && (
                <label className="field">
                    Store{" "}
                    <select value={store?.id} onChange={(event) => adjust({ store: event.target.value })}>
                        {all.map((each) => (
                            <option key={each.id} value={each.id}>
                                {each.address}
                            </option>
                        ))}
                    </select>
                </label>
            )}
            {store && <Listed key={store.id} store={store} />}
        </>
    );
}

function Listed({ store }: { store: StoreInfo }) {
    const query = useQuery();
    const lengths = useLive<Record<string, number>>("studies/" + store.id);
    const names = lengths === undefined ? 0 : Object.keys(lengths).join("\n");
    const listed = useAsked<{ studies: Study[] }>("/api/stores/" + encodeURIComponent(store.id) + "/studies", names);
    const [picked, setPicked] = useState<string[]>([]);
    const search = query.get("search") ?? "";
    const order = (query.get("order") ?? "newest") as Order;
    const field = useRef<HTMLInputElement>(null);
    const set = (name: string, value: string) => adjust({ ...Object.fromEntries(query), [name]: value });

    useEffect(() => {
        const slash = (event: KeyboardEvent) => {
            if (event.key === "/" && !(event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)) {
                event.preventDefault();
                field.current?.focus();
            }
        };
        window.addEventListener("keydown", slash);
        return () => window.removeEventListener("keydown", slash);
    }, []);

    const shown = useMemo(() => {
        const words = search.toLowerCase().split(/\s+/).filter(Boolean);
        const found = (listed.value?.studies ?? []).filter((study) => {
            const text = [study.name, study.standing, study.note, ...study.tags].join(" ").toLowerCase();
            return words.every((word) => text.includes(word));
        });
        const before = (one: Study, other: Study) =>
            order === "name" ? one.name.localeCompare(other.name) : other.created_at.localeCompare(one.created_at);
        return order === "oldest" ? found.sort(before).reverse() : found.sort(before);
    }, [listed.value, search, order]);

    if (listed.failure) {
        return <Failure failure={listed.failure} again={listed.again} />;
    }
    if (listed.value === undefined) {
        return <p className="faint">Looking into {store.address} …</p>;
    }
    if (listed.value.studies.length === 0) {
        return (
            <Empty title="No studies yet">
                <p>
                    A study is one search for good hyperparameters. The store {store.address}{" "}
                    {store.there ? "has none yet" : "is not there yet; the first search makes it"}. Try one on the sample images,
                    it takes three minutes and appears here at once:
                </p>
                <Command text="./sweetspot tune samples/blood-cells --minutes 3" />
            </Empty>
        );
    }
    const pick = (name: string, on: boolean) =>
        setPicked((before) => (on ? [...before.slice(-1), name] : before.filter((each) => each !== name)));
    return (
        <>
            {store.caution && <p className="note">{store.caution}</p>}
            <div className="bar">
                <label className="field">
                    Search{" "}
                    <input
                        ref={field}
                        type="search"
                        value={search}
                        placeholder="name, tag, note, standing"
                        onChange={(event) => set("search", event.target.value)}
                    />
                </label>
                <label className="field">
                    Order{" "}
                    <select value={order} onChange={(event) => set("order", event.target.value)}>
                        <option value="newest">newest first</option>
                        <option value="oldest">oldest first</option>
                        <option value="name">by name</option>
                    </select>
                </label>
                <span className="faint" role="status">
                    {shown.length === listed.value.studies.length
                        ? count(shown.length, "study").replace("studys", "studies")
                        : shown.length + " of " + listed.value.studies.length}
                </span>
                <button
                    type="button"
                    disabled={picked.length !== 2}
                    title={picked.length === 2 ? "" : "Tick two studies"}
                    onClick={() => go(pathOf("compare", store.id, ...picked))}
                >
                    Compare the two ticked
                </button>
            </div>
            {shown.length === 0 ? (
                <p>
                    No study has these words in its name, tags or note.{" "}
                    <button type="button" onClick={() => set("search", "")}>
                        Show all
                    </button>
                </p>
            ) : (
                <div className="scroll">
                    <table className="studies">
                        <thead>
                            <tr>
                                <th scope="col">
                                    <span className="unseen">Compare</span>
                                </th>
                                <th scope="col">Study</th>
                                <th scope="col">State</th>
                                <th scope="col" className="number">
                                    Trials
                                </th>
                                <th scope="col">Best</th>
                                <th scope="col" className="number">
                                    Work
                                </th>
                                <th scope="col">Made</th>
                            </tr>
                        </thead>
                        <tbody>
                            {shown.map((study) => (
                                <Row
                                    key={study.name}
                                    store={store.id}
                                    study={study}
                                    stamp={lengths?.[study.name]}
                                    picked={picked.includes(study.name)}
                                    pick={pick}
                                />
                            ))}
                        </tbody>
                    </table>
                </div>
            )}
        </>
    );
}

type RowProps = {
    store: string;
    study: Study;
    stamp: number | undefined;
    picked: boolean;
    pick: (name: string, on: boolean) => void;
};

function Row({ store, study, stamp, picked, pick }: RowProps) {
    const row = useRef<HTMLTableRowElement>(null);
    const [near, setNear] = useState(false);
    useEffect(() => {
        const observer = new IntersectionObserver((entries) => entries[0]?.isIntersecting && setNear(true), {
            rootMargin: "300px",
        });
        observer.observe(row.current!);
        return () => observer.disconnect();
    }, []);
    const head = useAsked<StudyHead>(near ? apiOf(store, study.name) : undefined, stamp).value;
    const state = head?.state;
    return (
        <tr ref={row}>
            <td>
                <input
                    type="checkbox"
                    aria-label={"Compare " + study.name}
                    checked={picked}
                    onChange={(event) => pick(study.name, event.target.checked)}
                />
            </td>
            <th scope="row">
                <Link href={pathOf("studies", store, study.name)}>{study.name}</Link>
                {study.tags.map((tag) => (
                    <span key={tag} className="tag">
                        {tag}
                    </span>
                ))}
                {study.note !== "" && <span className="faint clip">{study.note}</span>}
            </th>
            <td>{stateWords(study, head)}</td>
            <td className="number">{state === undefined ? "…" : digits(state.trials)}</td>
            <td>
                {state?.best.map((best) => (
                    <span key={best.name} className="pair">
                        <span className="faint">{best.name}</span> {digits(best.value)}
                    </span>
                ))}
            </td>
            <td className="number">{state === undefined ? "" : time(state.seconds)}</td>
            <td className="date">{moment(study.created_at)}</td>
        </tr>
    );
}

function stateWords(study: Study, head: StudyHead | undefined): string {
    const state = head?.state;
    if (state === undefined) {
        return study.standing === "open" ? "…" : study.standing;
    }
    if (state.running > 0) {
        return state.running + " running";
    }
    if (state.standing !== "open") {
        return state.standing;
    }
    return head?.ended !== undefined ? "ended" : "nothing runs";
}
