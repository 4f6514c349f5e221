import { useEffect, useRef, useState } from "react";

/** A picture as data, as the server writes it; only the painter looks into it. */
export type Chart = { name: string; title: string; caption: string; panels: unknown[] };

type Painted = { destroy: () => void; resize: () => void };
type Painter = {
    paint: (place: HTMLElement, chart: Chart, tools: Record<string, unknown>) => Painted;
};

declare global {
    interface Window {
        echarts?: unknown;
    }
}

let loading: Promise<Painter> | undefined;

/** The one painter that reports have too, from where the server says; loaded when the first picture comes into view. */
function painter(): Promise<Painter> {
    loading ??= (async () => {
        const folder = document.querySelector<HTMLMetaElement>("meta[name=sweetspot-paint]")!.content;
        const library = new Promise<void>((done, failed) => {
            const script = document.createElement("script");
            script.src = folder + "echarts/echarts.min.js";
            script.onload = () => done();
            script.onerror = () => failed(new Error("the library of pictures could not be loaded"));
            document.head.append(script);
        });
        const [module] = await Promise.all([import(/* @vite-ignore */ folder + "painter.js"), library]);
        return module as Painter;
    })();
    loading.catch(() => (loading = undefined));
    return loading;
}

const dark = window.matchMedia("(prefers-color-scheme: dark)");

/** Paints a picture once it comes near, again when it or the light changes. */
export function Picture({ chart, onTrial }: { chart: Chart; onTrial?: ((trial: number) => void) | undefined }) {
    const place = useRef<HTMLDivElement>(null);
    const [near, setNear] = useState(false);
    const [shine, setShine] = useState(dark.matches ? "dark" : "light");
    const [failure, setFailure] = useState("");
    const click = useRef(onTrial);
    click.current = onTrial;

    useEffect(() => {
        const change = () => setShine(dark.matches ? "dark" : "light");
        dark.addEventListener("change", change);
        const observer = new IntersectionObserver(
            (entries) => {
                if (entries.some((entry) => entry.isIntersecting)) {
                    setNear(true);
                    observer.disconnect();
                }
            },
            { rootMargin: "400px" },
        );
        observer.observe(place.current!);
        return () => {
            dark.removeEventListener("change", change);
            observer.disconnect();
        };
    }, []);

    useEffect(() => {
        if (!near) {
            return;
        }
        let painted: Painted | undefined;
        let gone = false;
        const field = place.current!;
        painter()
            .then(({ paint }) => {
                if (gone) {
                    return;
                }
                painted = paint(field, chart, {
                    echarts: window.echarts,
                    shine,
                    toolbox: true,
                    onTrial: (trial: number) => click.current?.(trial),
                });
                field.dataset.painted = shine;
            })
            .catch((problem: Error) => setFailure(problem.message));
        let frame = 0;
        const resized = new ResizeObserver(() => {
            cancelAnimationFrame(frame);
            frame = requestAnimationFrame(() => painted?.resize());
        });
        resized.observe(field);
        return () => {
            gone = true;
            cancelAnimationFrame(frame);
            resized.disconnect();
            painted?.destroy();
        };
    }, [near, chart, shine]);

    return (
        <figure className="picture">
            <h3>{chart.title}</h3>
            {failure !== "" && <p role="alert">The picture could not be drawn: {failure}.</p>}
            <div ref={place} className="place" />
            <figcaption>{chart.caption}</figcaption>
        </figure>
    );
}
