import { Component, useEffect, useRef, useState, type ReactNode } from "react";
import { Explain } from "./explain";
import { useConnection } from "./live";
import { Link } from "./link";
import { SIDE, type Place } from "./places";
import { go, placeOf, usePath } from "./route";

const WORDS = {
    asleep: "",
    connecting: "Connecting …",
    live: "Live: changes appear by themselves",
    lost: "Not connected: trying again …",
} as const;

/** What surrounds every place: the side, the state of the connection, and what to say where there is nothing. */
export function App() {
    const path = usePath();
    const found = placeOf(path);
    const main = useRef<HTMLElement>(null);
    const before = useRef(path);
    useEffect(() => {
        if (path === "/") {
            window.history.replaceState(null, "", "/projects");
            go("/projects");
        }
    }, [path]);
    useEffect(() => {
        document.title = (found === undefined ? "Nothing here" : found.place.title(found.values)) + " · Sweetspot";
        if (before.current !== path) {
            // Who does not see the page change hears it.
            main.current?.focus({ preventScroll: true });
            before.current = path;
        }
    });
    return (
        <div className="frame">
            <a className="skip" href="#main">
                Skip to the content
            </a>
            <header className="side">
                <Link href="/projects" className="name">
                    <svg viewBox="0 0 32 32" aria-hidden="true">
                        <circle cx="16" cy="16" r="14" fill="#0072b2" />
                        <circle cx="16" cy="16" r="8" fill="#fff" />
                        <circle cx="16" cy="16" r="4" fill="#d55e00" />
                    </svg>
                    Sweetspot
                </Link>
                <nav aria-label="Places">
                    <ul>
                        {SIDE.map((entry) => (
                            <li key={entry.id}>
                                <Link href={entry.path} aria-current={found?.place.side === entry.id ? "page" : undefined}>
                                    {entry.words}
                                </Link>
                            </li>
                        ))}
                    </ul>
                </nav>
                <Explain />
                <State />
            </header>
            <main id="main" ref={main} tabIndex={-1}>
                <Safe key={path}>
                    {found === undefined ? path === "/" ? null : <Nowhere /> : <Arrival place={found.place} values={found.values} />}
                </Safe>
            </main>
        </div>
    );
}

/** A place, once its script has come. */
function Arrival({ place, values }: { place: Place; values: Record<string, string> }) {
    const [, look] = useState(0);
    const [failure, setFailure] = useState<Error>();
    const Page = place.page.loaded();
    useEffect(() => {
        if (Page === undefined) {
            place.page.load().then(() => look((n) => n + 1), setFailure);
        }
    }, [place, Page]);
    if (failure !== undefined) {
        throw failure;
    }
    return Page === undefined ? <p className="faint">Loading …</p> : <Page values={values} />;
}

function State() {
    const connection = useConnection();
    return (
        <p className={"connection " + connection} role="status">
            {WORDS[connection]}
        </p>
    );
}

function Nowhere() {
    return (
        <>
            <h1>There is nothing here</h1>
            <p>
                No page has this address. Maybe it was misspelt? <Link href="/projects">Projects</Link> and{" "}
                <Link href="/studies">studies</Link> are where most things are.
            </p>
        </>
    );
}

/** A page that fails says so, and the rest of the frame stays. */
class Safe extends Component<{ children: ReactNode }, { failure: Error | undefined }> {
    override state = { failure: undefined as Error | undefined };

    static getDerivedStateFromError(failure: Error) {
        return { failure };
    }

    override render() {
        if (this.state.failure === undefined) {
            return this.props.children;
        }
        return (
            <>
                <h1>This page failed</h1>
                <p>
                    Nothing is lost: all data lies on the server. What the program said: {this.state.failure.message}.{" "}
                    <button type="button" onClick={() => window.location.reload()}>
                        Load it again
                    </button>
                </p>
            </>
        );
    }
}
