import { useCallback, useEffect, useMemo, useState, type DragEvent } from "react";
import { Link } from "../frame/link";
import type { PlaceProps } from "../frame/places";
import { pathOf, placeOf } from "../frame/route";
import { count } from "../parts/numbers";
import { Empty, Failure } from "../parts/words";
import { Categories } from "./categories";
import { Grid } from "./grid";
import { ImageDialog } from "./image";
import { Add, Coming, useSending } from "./incoming";
import { useKeys } from "./keys";
import { apiOf, useProject, useShown, type Filter } from "./project";
import { Channels, Split } from "./split";
import { TableDialog } from "./table";
import { filesOf } from "./upload";
import "./data.css";

const PROBLEMS = [
    ["any", "any problem"],
    ["copy", "looks the same as another"],
    ["conflict", "same look, other label"],
    ["tiny", "smaller than 8 pixels"],
    ["blank", "of one colour"],
    ["channels", "other channels than most"],
] as const;

const ALL: Filter = { category: "", part: "", problem: "", words: "" };

/** The images of a project: to see them, to say what they show, to add more. */
export default function Data({ values }: PlaceProps) {
    const project = values.project ?? "";
    const { glance, labels, known, incoming, away, failure, forget, act, changed } = useProject(project);
    const { sending, failure: unsent, begin } = useSending(project);
    const [filter, setFilter] = useState(ALL);
    const [picked, setPicked] = useState<ReadonlySet<number>>(new Set());
    const [size, setSize] = useState(96);
    const [open, setOpen] = useState<number>();
    const [table, setTable] = useState<File>();
    const [over, setOver] = useState(false);
    const [said, setSaid] = useState("");
    const shown = useShown(labels, known, filter);
    const categories = useMemo(() => new Map(glance?.categories.map((each) => [each.id, each])), [glance?.categories]);
    const problems = useMemo(() => new Map(labels?.problems.map((each) => [each.image, each.problems])), [labels?.problems]);
    useEffect(() => {
        // What is not seen any more must not be changed by the next key.
        const there = new Set(shown);
        setPicked((before) => ([...before].every((image) => there.has(image)) ? before : new Set([...before].filter((image) => there.has(image)))));
    }, [shown]);

    const label = useCallback(
        (images: number[], category: number | undefined) => {
            if (images.length > 0) {
                const name = category === undefined ? "unknown" : (categories.get(category)?.name ?? "");
                void act("POST", "/labels", category === undefined ? { images } : { images, category }).then(
                    (good) => good && setSaid(count(images.length, "image") + ": " + name),
                );
            }
        },
        [act, categories],
    );
    const undo = () => glance?.undo && void act("POST", "/undo").then((good) => good && setSaid("Taken back: " + glance.undo));
    const redo = () => glance?.redo && void act("POST", "/redo").then((good) => good && setSaid("Done again: " + glance.redo));
    const remove = () => {
        if (picked.size > 0) {
            void act("POST", "/remove", { images: [...picked] }).then((good) => good && setSaid(count(picked.size, "image") + " removed; Undo brings them back"));
        }
    };
    useKeys({
        label: (digits) => {
            const category = glance?.categories[Number(digits) - 1];
            if (Number(digits) === 0) {
                label([...picked], undefined);
            } else if (category !== undefined) {
                label([...picked], category.id);
            } else {
                setSaid("There is no category " + digits);
            }
        },
        undo,
        redo,
        all: () => setPicked(new Set(shown)),
        none: () => setPicked(new Set()),
        remove,
    });

    if (glance === undefined || labels === undefined) {
        return away ? <Failure failure={away} /> : <p className="faint">Loading …</p>;
    }
    const drop = {
        onDragOver: (event: DragEvent) => {
            if (event.dataTransfer.types.includes("Files")) {
                event.preventDefault();
                setOver(true);
            }
        },
        onDragLeave: (event: DragEvent) => event.currentTarget === event.target && setOver(false),
        onDrop: (event: DragEvent) => {
            if (!event.dataTransfer.types.includes("Files")) {
                return;
            }
            event.preventDefault();
            setOver(false);
            void filesOf(event.dataTransfer).then((files) => {
                const only = files.length === 1 ? files[0] : undefined;
                if (only !== undefined && /\.(csv|tsv|txt)$/i.test(only.path)) {
                    setTable(only.file);
                } else {
                    void begin(files);
                }
            });
        },
    };
    const empty = glance.images === 0;
    const train = pathOf("projects", project, "train");
    const training = placeOf(train);
    const add = <Add begin={(files) => void begin(files)} onTable={setTable} act={act} first={empty} />;
    const set = (change: Partial<Filter>) => setFilter({ ...filter, ...change });
    return (
        <div className={over ? "data over" : "data"} {...drop}>
            <p className="path">
                <Link href="/projects">Projects</Link> ›
            </p>
            <div className="headline">
                <h1>{glance.name}</h1>
                {training !== undefined && !empty && (
                    <Link className="button main" href={train}>
                        Train on it, or search for the best settings
                    </Link>
                )}
            </div>
            <Coming incoming={incoming} sending={sending} failure={unsent} act={act} />
            {failure && <Failure failure={failure} again={forget} />}
            {empty ? (
                <Empty title="No images yet">
                    <p>
                        Drop images, a folder or a zip anywhere on this page. Folders become categories: <code>cats/1.png</code> is labelled “cats”. Images
                        beside them are unknown, and are labelled here.
                    </p>
                    <div className="bar">{add}</div>
                </Empty>
            ) : (
                <>
                    <div className="bar">{add}</div>
                    <div className="beside">
                        <div className="left">
                            <div className="bar tools" role="toolbar" aria-label="Images">
                                <button type="button" disabled={glance.undo === ""} title={glance.undo === "" ? "" : "Undo: " + glance.undo + " (Ctrl+Z)"} onClick={undo}>
                                    Undo
                                </button>
                                <button type="button" disabled={glance.redo === ""} title={glance.redo === "" ? "" : "Redo: " + glance.redo + " (Ctrl+Y)"} onClick={redo}>
                                    Redo
                                </button>
                                <button type="button" onClick={() => setPicked(picked.size === shown.length ? new Set() : new Set(shown))}>
                                    {picked.size === shown.length && shown.length > 0 ? "Select none" : "Select all"}
                                </button>
                                <select
                                    aria-label="Put the selected images into a part"
                                    disabled={picked.size === 0}
                                    value=""
                                    onChange={(event) =>
                                        void act("POST", "/parts", { images: [...picked], ...(event.target.value === "none" ? {} : { part: event.target.value }) })
                                    }
                                >
                                    <option value="">Put into …</option>
                                    <option value="training">training</option>
                                    <option value="validation">validation</option>
                                    <option value="test">test</option>
                                    <option value="none">no part</option>
                                </select>
                                <button type="button" disabled={picked.size === 0} onClick={remove}>
                                    Remove
                                </button>
                                <label className="field">
                                    Size <input type="range" min={48} max={192} step={16} value={size} onChange={(event) => setSize(event.target.valueAsNumber)} />
                                </label>
                            </div>
                            <div className="bar tools" role="search">
                                <select aria-label="Category" value={filter.category} onChange={(event) => set({ category: event.target.value })}>
                                    <option value="">all categories</option>
                                    <option value="-1">unknown</option>
                                    {glance.categories.map((each) => (
                                        <option key={each.id} value={each.id}>
                                            {each.name}
                                        </option>
                                    ))}
                                </select>
                                <select aria-label="Part" value={filter.part} onChange={(event) => set({ part: event.target.value })}>
                                    <option value="">all parts</option>
                                    <option value="training">training</option>
                                    <option value="validation">validation</option>
                                    <option value="test">test</option>
                                    <option value="none">no part</option>
                                </select>
                                <select aria-label="Problem" value={filter.problem} onChange={(event) => set({ problem: event.target.value })}>
                                    <option value="">{labels.problems.length === 0 ? "no problems seen" : "with and without problems"}</option>
                                    {PROBLEMS.map(([id, words]) => (
                                        <option key={id} value={id}>
                                            {words}
                                        </option>
                                    ))}
                                </select>
                                <input type="search" aria-label="Part of the name" placeholder="Part of the name" value={filter.words} onChange={(event) => set({ words: event.target.value })} />
                                <span className="faint" role="status">
                                    {count(shown.length, "image")}
                                    {picked.size > 0 && ", " + picked.size + " selected"}
                                    {said !== "" && " · " + said}
                                </span>
                            </div>
                            {shown.length === 0 ? (
                                <Empty title="No image is like that">
                                    <button type="button" onClick={() => setFilter(ALL)}>
                                        Show all images
                                    </button>
                                </Empty>
                            ) : (
                                <Grid
                                    project={project}
                                    shown={shown}
                                    known={known}
                                    labels={labels}
                                    categories={categories}
                                    problems={problems}
                                    look={glance.look}
                                    size={size}
                                    picked={picked}
                                    pick={setPicked}
                                    onOpen={setOpen}
                                />
                            )}
                        </div>
                        <aside className="right" aria-label="Categories and parts">
                            <Categories glance={glance} picked={picked} onLabel={label} onShow={(category) => setFilter({ ...ALL, category })} act={act} />
                            <Split glance={glance} act={act} />
                            <Channels glance={glance} act={act} />
                            <details>
                                <summary>Take it with you</summary>
                                <p>
                                    <a className="button" href={apiOf(project) + "/file"} download>
                                        All in one file
                                    </a>{" "}
                                    <a className="button" href={apiOf(project) + "/labels.csv"} download>
                                        Labels as a table
                                    </a>
                                </p>
                            </details>
                        </aside>
                    </div>
                </>
            )}
            {open !== undefined && (
                <ImageDialog
                    project={project}
                    image={open}
                    known={known}
                    look={glance.look}
                    version={glance.version}
                    categories={glance.categories}
                    act={act}
                    onLabel={label}
                    onStep={(by) => {
                        const next = shown[shown.indexOf(open) + by];
                        if (next !== undefined) {
                            setOpen(next);
                        }
                    }}
                    onClose={() => setOpen(undefined)}
                />
            )}
            {table !== undefined && <TableDialog project={project} file={table} changed={changed} onClose={() => setTable(undefined)} />}
        </div>
    );
}
