import { useEffect, useMemo, useRef, useState } from "react";
import { useAsked } from "../frame/api";
import { adjust, useQuery } from "../frame/route";
import { Failure } from "../parts/words";
import { SettingsForm } from "../train/form";
import { comparison, fieldsOf, valueOf } from "./comparison";
import { usePlay, type Play } from "./play";
import "./playground.css";
import { PointsForm } from "./points";
import { Shown } from "./shown";
import { ORDINALS, PACES, type Choice, type Lesson, type Matter, type Pace } from "./types";

/** A place to learn what hyperparameters do: points of a plane, and small networks that learn them while one looks. */
export default function Playground() {
    const matter = useAsked<Matter>("/api/playground");
    return (
        <>
            <h1>Playground</h1>
            <p>
                Small networks learn points of a plane, by the same trainer and with the same settings as on your own data. Change one thing, and see
                what it does.
            </p>
            {matter.failure && <Failure failure={matter.failure} again={matter.again} />}
            {matter.value ? <Room matter={matter.value} /> : !matter.failure && <p className="faint">Loading …</p>}
        </>
    );
}

/** What an address asks for: a lesson, a parameter, or neither. */
function asked(matter: Matter, lesson: string | null, parameter: string | null): { choice: Choice; lesson: Lesson | undefined } {
    const found = matter.lessons.find((each) => each.lesson === lesson) ?? matter.lessons.find((each) => lesson === null && each.parameter === parameter);
    if (found) {
        return { choice: { points: found.points, networks: found.networks }, lesson: found };
    }
    const networks = parameter === null ? undefined : comparison(parameter, fieldsOf(matter.classification.topics));
    return { choice: { points: {}, networks: networks ?? [{}] }, lesson: undefined };
}

function Room({ matter }: { matter: Matter }) {
    const query = useQuery();
    const [lessonName, parameter] = [query.get("lesson"), query.get("show")];
    const wanted = useMemo(() => asked(matter, lessonName, parameter), [matter, lessonName, parameter]);
    const [choice, setChoice] = useState(wanted.choice);
    const [edited, setEdited] = useState(wanted.choice.networks.length - 1);
    const [pace, setPace] = useState<Pace>("usual");
    // Whoever comes for something wants to see it; whoever only looks around begins by hand.
    const [started, setStarted] = useState(lessonName !== null || parameter !== null);
    const before = useRef(wanted);
    useEffect(() => {
        if (before.current !== wanted) {
            before.current = wanted;
            setChoice(wanted.choice);
            setEdited(wanted.choice.networks.length - 1);
            setStarted(true);
        }
    }, [wanted]);
    const play = usePlay(choice, started ? pace : undefined);
    const shape = valueOf(matter.points.find((field) => field.name === "shape")!, choice.points);
    const classes = matter.shapes.find((each) => each.shape === shape)?.classes;
    const topics = (classes === 0 ? matter.regression : matter.classification).topics;
    const fields = fieldsOf(topics);
    const shown = wanted.lesson?.parameter ?? parameter ?? undefined;
    const level = topics.find((topic) => topic.fields.some((field) => field.name === shown))?.level;
    const networks = choice.networks;
    return (
        <>
            <Lessons lessons={matter.lessons} chosen={wanted.lesson} />
            {wanted.lesson === undefined && parameter !== null && networks.length > 1 && (
                <div className="lesson-look" aria-live="polite">
                    <p>
                        <strong>{parameter.replaceAll("_", " ").replaceAll(".", ", ")}</strong>: the second network has another value than the first, and
                        all else is the same. Whether that makes a difference here, you see; change it further below.
                    </p>
                </div>
            )}
            <div className="play">
                <section className="seen" aria-label="What the networks learn">
                    <Controls
                        play={play}
                        pace={pace}
                        setPace={(next) => {
                            setPace(next);
                            if (play.frame?.state === "running") {
                                play.run(next);
                            }
                        }}
                        setStarted={setStarted}
                    />
                    {play.failure && <Failure failure={play.failure} again={play.again} />}
                    {play.frame?.state === "failed" && (
                        <p className="failure">The playground failed: {play.frame.message}. Load the page again to begin another one.</p>
                    )}
                    {play.points && <Shown points={play.points} frame={play.frame} networks={networks} fields={fields} />}
                </section>
                <section aria-label="Settings">
                    <div className="bar">
                        {networks.length === 1 ? (
                            <button
                                type="button"
                                onClick={() => {
                                    setChoice({ ...choice, networks: [networks[0]!, { ...networks[0]! }] });
                                    setEdited(1);
                                }}
                            >
                                Compare with a second network
                            </button>
                        ) : (
                            <>
                                <span className="field" role="group" aria-label="Whose settings">
                                    Settings of{" "}
                                    {networks.map((_, i) => (
                                        <button key={i} type="button" aria-pressed={edited === i} onClick={() => setEdited(i)}>
                                            the {ORDINALS[i]}
                                        </button>
                                    ))}
                                </span>
                                <button
                                    type="button"
                                    onClick={() => {
                                        setChoice({ ...choice, networks: [networks[edited]!] });
                                        setEdited(0);
                                    }}
                                >
                                    Keep only the {ORDINALS[edited]}
                                </button>
                            </>
                        )}
                    </div>
                    <PointsForm fields={matter.points} shapes={matter.shapes} points={choice.points} change={(points) => setChoice({ ...choice, points })} />
                    <SettingsForm
                        key={shown ?? ""}
                        topics={topics}
                        draft={{ settings: networks[edited]!, ranges: {} }}
                        change={({ settings }) =>
                            setChoice({ ...choice, networks: networks.map((each, i) => (i === edited ? settings : each)) })
                        }
                        searching={false}
                        problems={{}}
                        {...(level === undefined ? {} : { level })}
                        {...(shown === undefined ? {} : { shown })}
                        besides={(field) => {
                            const lesson = matter.lessons.find((each) => each.parameter === field.name && each !== wanted.lesson);
                            return (
                                lesson && (
                                    <button type="button" className="small" onClick={() => adjust({ lesson: lesson.lesson })}>
                                        Lesson: {lesson.title}
                                    </button>
                                )
                            );
                        }}
                    />
                </section>
            </div>
        </>
    );
}

function Lessons({ lessons, chosen }: { lessons: Lesson[]; chosen: Lesson | undefined }) {
    return (
        <>
            <div className="bar" role="group" aria-label="Lessons">
                {lessons.map((lesson) => (
                    <button
                        key={lesson.lesson}
                        type="button"
                        className="small"
                        aria-pressed={lesson === chosen}
                        onClick={() => adjust(lesson === chosen ? {} : { lesson: lesson.lesson })}
                    >
                        {lesson.title}
                    </button>
                ))}
            </div>
            <div aria-live="polite">
                {chosen && (
                    <div className="lesson-look">
                        <p>{chosen.look}</p>
                    </div>
                )}
            </div>
        </>
    );
}

const STATES = {
    loading: "The engine is loaded, which takes some seconds …",
    running: "running",
    paused: "standing still",
    finished: "done",
    failed: "failed",
} as const;

function Controls({
    play,
    pace,
    setPace,
    setStarted,
}: {
    play: Play;
    pace: Pace;
    setPace: (pace: Pace) => void;
    setStarted: (started: boolean) => void;
}) {
    const frame = play.frame;
    const running = frame?.state === "running";
    const idle = frame === undefined || frame.state === "loading" || frame.state === "failed";
    const first = frame?.networks[0];
    return (
        <>
            <div className="bar">
                {running ? (
                    <button
                        type="button"
                        className="main"
                        onClick={() => {
                            setStarted(false);
                            play.pause();
                        }}
                    >
                        Pause
                    </button>
                ) : (
                    <button
                        type="button"
                        className="main"
                        disabled={idle || frame?.state === "finished"}
                        onClick={() => {
                            setStarted(true);
                            play.run(pace);
                        }}
                    >
                        Start
                    </button>
                )}
                <button
                    type="button"
                    disabled={idle}
                    onClick={() => {
                        setStarted(false);
                        play.advance("step");
                    }}
                >
                    One step
                </button>
                <button
                    type="button"
                    disabled={idle}
                    onClick={() => {
                        setStarted(false);
                        play.advance("epoch");
                    }}
                >
                    One epoch
                </button>
                <button
                    type="button"
                    disabled={idle}
                    onClick={() => {
                        setStarted(true);
                        play.again(pace);
                    }}
                >
                    Again from the start
                </button>
                <span className="field" role="group" aria-label="Pace">
                    {(Object.keys(PACES) as Pace[]).map((each) => (
                        <button key={each} type="button" className="small" aria-pressed={pace === each} onClick={() => setPace(each)}>
                            {PACES[each]}
                        </button>
                    ))}
                </span>
            </div>
            <p className="faint stand">
                <span role="status">{frame === undefined ? "Opening …" : STATES[frame.state]}</span>
                {first && (
                    <span className="epochs">
                        {" · "}epoch {first.epochs.toFixed(first.steps_per_epoch > 1 && pace === "slow" ? 1 : 0)} of {first.planned.toFixed(0)}
                    </span>
                )}
            </p>
        </>
    );
}
