import { useState } from "react";
import { Link } from "../frame/link";
import type { PlaceProps } from "../frame/places";
import { Failure } from "../parts/words";
import { Standing, StudyTabs, useStudy } from "./body";
import { NoteEditor } from "./note";
import { Orders } from "./orders";

/** One study, live: how it stands, what it says, its pictures, its trials. */
export default function StudyPage({ values }: PlaceProps) {
    const { store = "", study = "" } = values;
    const watched = useStudy(store, study);
    const { asked, state } = watched;
    const head = asked.value;
    const [noting, setNoting] = useState(false);
    if (asked.failure && head === undefined) {
        return (
            <>
                <h1>{study}</h1>
                <Failure failure={asked.failure} again={asked.again} />
                <p>
                    <Link href="/studies">All studies</Link>
                </p>
            </>
        );
    }
    if (head === undefined || state === undefined) {
        return (
            <>
                <h1>{study}</h1>
                <p className="faint">Opening the study …</p>
            </>
        );
    }
    return (
        <>
            <p className="path">
                <Link href="/studies">Studies</Link> ›
            </p>
            <h1>{study}</h1>
            <Standing head={head} state={state} store={store} />
            <Orders store={store} head={head} state={state} done={asked.again} note={() => setNoting(true)} />
            <NoteEditor store={store} study={study} open={noting} close={() => setNoting(false)} />
            <StudyTabs store={store} study={study} watched={watched} first="said" />
        </>
    );
}
