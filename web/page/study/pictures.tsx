import { useEffect, useRef, useState } from "react";
import { useAsked } from "../frame/api";
import { Picture, type Chart } from "../parts/picture";
import { Failure } from "../parts/words";
import { apiOf } from "../studies/types";

type Plot = { name: string; question: string };

/** Those that most people look at come first; new kinds come last by themselves. */
const FIRST = [
    "history",
    "learning-curves",
    "parallel",
    "importance",
    "front",
    "timeline",
    "slice",
    "contour",
    "marginal",
    "distribution",
    "early-stopping",
];

/** All pictures that are installed, each drawn when it comes near. */
export function Pictures(props: { store: string; study: string; stamp: unknown; onTrial: (trial: number) => void }) {
    const asked = useAsked<{ plots: Plot[] }>("/api/plots");
    const [nothing, setNothing] = useState<Record<string, string>>({});
    if (asked.failure) {
        return <Failure failure={asked.failure} again={asked.again} />;
    }
    const rank = (plot: Plot) => (FIRST.indexOf(plot.name) + FIRST.length + 1) % (FIRST.length + 1);
    const plots = [...(asked.value?.plots ?? [])].sort((one, other) => rank(one) - rank(other));
    const missing = plots.filter((plot) => nothing[plot.name] !== undefined);
    return (
        <>
            <h2 className="unseen">Pictures</h2>
            <p className="faint">
                Point at a mark to read it, click it to open its trial. In the parallel coordinates, mark a stretch of an axis to see
                only the trials that go through it.
            </p>
            {plots.map((plot) => (
                <One
                    key={plot.name}
                    plot={plot}
                    {...props}
                    said={(reason) =>
                        setNothing((before) => {
                            if (before[plot.name] === reason) {
                                return before;
                            }
                            const { [plot.name]: _, ...rest } = before;
                            return reason === undefined ? rest : { ...rest, [plot.name]: reason };
                        })
                    }
                />
            ))}
            {missing.length > 0 && (
                <details>
                    <summary>Pictures that this study has nothing for ({missing.length})</summary>
                    <dl className="facts">
                        {missing.map((plot) => (
                            <div key={plot.name}>
                                <dt>{plot.question}</dt>
                                <dd>{nothing[plot.name]}</dd>
                            </div>
                        ))}
                    </dl>
                </details>
            )}
        </>
    );
}

type OneProps = {
    plot: Plot;
    store: string;
    study: string;
    stamp: unknown;
    onTrial: (trial: number) => void;
    said: (nothing: string | undefined) => void;
};

function One({ plot, store, study, stamp, onTrial, said }: OneProps) {
    const place = useRef<HTMLElement>(null);
    const [near, setNear] = useState(false);
    useEffect(() => {
        const observer = new IntersectionObserver((entries) => setNear(entries.some((entry) => entry.isIntersecting)), {
            rootMargin: "500px",
        });
        observer.observe(place.current!);
        return () => observer.disconnect();
    }, []);
    const wanted = useRef(false);
    wanted.current ||= near;
    const path = wanted.current ? apiOf(store, study) + "/plots/" + encodeURIComponent(plot.name) : undefined;
    // What nobody looks at need not follow the study.
    const shownStamp = useRef(stamp);
    if (near) {
        shownStamp.current = stamp;
    }
    const asked = useAsked<{ chart?: Chart; nothing?: string }>(path, shownStamp.current);
    const reason = asked.value?.nothing;
    useEffect(() => {
        if (asked.value !== undefined) {
            said(reason);
        }
    }, [reason, asked.value === undefined]);
    return (
        <section ref={place} className={reason === undefined ? "plot" : "plot gone"} aria-label={plot.question}>
            {reason === undefined && <p className="question">{plot.question}</p>}
            {asked.failure && <Failure failure={asked.failure} again={asked.again} />}
            {asked.value?.chart && <Picture chart={asked.value.chart} onTrial={onTrial} />}
            {asked.value === undefined && !asked.failure && <div className="waiting">Drawing …</div>}
        </section>
    );
}
