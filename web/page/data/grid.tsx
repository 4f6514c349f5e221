import { memo, useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from "react";
import { pictureOf, type Category, type Known, type Labels } from "./project";

const GAP = 8;
const FOOT = 24;
/** Rows beyond the edges, so that a quick wheel shows no gap. */
const SPARE = 3;

/** Pixels in a millisecond: quicker, nobody can tell one image from another. */
const RUSH = 2;
/** Milliseconds without a rush after which images are asked for. */
const CALM = 80;

export const DRAGGED = "application/x-sweetspot-images";

type Props = {
    project: string;
    shown: number[];
    known: Known;
    labels: Labels;
    categories: Map<number, Category>;
    problems: Map<number, string[]>;
    look: string;
    size: number;
    picked: ReadonlySet<number>;
    pick: (picked: Set<number>) => void;
    onOpen: (image: number) => void;
};

type Box = { x: number; y: number; width: number; height: number };

/** All images that are shown, of which only those that are seen exist. One list for a screen reader, with one place in it. */
export function Grid(props: Props) {
    const { shown, known, labels, categories, problems, size, picked, pick, onOpen } = props;
    const field = useRef<HTMLDivElement>(null);
    const { top, width, height, rushing } = useSeen(field);
    const [at, setAt] = useState(0);
    const [box, setBox] = useState<Box>();
    const anchor = useRef(0);
    const columns = Math.max(1, Math.floor((width - GAP) / (size + GAP)));
    const step = size + FOOT + GAP;
    const edge = Math.max(GAP, Math.floor((width - columns * (size + GAP) + GAP) / 2));
    const rows = Math.ceil(shown.length / columns);
    const first = Math.max(0, Math.floor(top / step) - SPARE) * columns;
    const last = Math.min(shown.length, (Math.ceil((top + height) / step) + SPARE) * columns);
    const here = Math.min(at, shown.length - 1);

    const range = (from: number, to: number, base: Iterable<number> = []) => {
        const next = new Set(base);
        for (let i = Math.min(from, to); i <= Math.max(from, to); i++) {
            next.add(shown[i]!);
        }
        return next;
    };
    const show = (index: number) => {
        const place = field.current!;
        const y = Math.floor(index / columns) * step;
        if (y < place.scrollTop) {
            place.scrollTop = y;
        } else if (y + step + GAP > place.scrollTop + place.clientHeight) {
            place.scrollTop = y + step + GAP - place.clientHeight;
        }
    };
    const click = (index: number, event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }) => {
        const image = shown[index]!;
        setAt(index);
        if (event.shiftKey) {
            pick(range(anchor.current, index, event.ctrlKey || event.metaKey ? picked : []));
            return;
        }
        anchor.current = index;
        if (event.ctrlKey || event.metaKey) {
            const next = new Set(picked);
            if (!next.delete(image)) {
                next.add(image);
            }
            pick(next);
        } else {
            pick(picked.size === 1 && picked.has(image) ? new Set() : new Set([image]));
        }
    };
    const keys = (event: KeyboardEvent) => {
        const page = Math.max(1, Math.floor(height / step) - 1) * columns;
        const moves: Record<string, number> = {
            ArrowRight: here + 1,
            ArrowLeft: here - 1,
            ArrowDown: here + columns,
            ArrowUp: here - columns,
            PageDown: here + page,
            PageUp: here - page,
            Home: 0,
            End: shown.length - 1,
        };
        const move = moves[event.key];
        if (move !== undefined) {
            event.preventDefault();
            const to = Math.max(0, Math.min(shown.length - 1, move));
            setAt(to);
            show(to);
            if (event.shiftKey) {
                pick(range(anchor.current, to));
            } else if (!event.ctrlKey && !event.metaKey) {
                anchor.current = to;
                pick(new Set([shown[to]!]));
            }
        } else if (event.key === " ") {
            event.preventDefault();
            click(here, { shiftKey: event.shiftKey, ctrlKey: true, metaKey: false });
        } else if (event.key === "Enter" && shown[here] !== undefined) {
            event.preventDefault();
            onOpen(shown[here]);
        }
    };
    const inside = (area: Box) => {
        const found = new Set<number>();
        const from = Math.max(0, Math.floor((area.y - GAP) / step) * columns);
        const to = Math.min(shown.length, (Math.floor((area.y + area.height) / step) + 1) * columns);
        for (let i = from; i < to; i++) {
            const x = edge + (i % columns) * (size + GAP);
            const y = GAP + Math.floor(i / columns) * step;
            if (x < area.x + area.width && x + size > area.x && y < area.y + area.height && y + step - GAP > area.y) {
                found.add(shown[i]!);
            }
        }
        return found;
    };
    const drag = (event: PointerEvent<HTMLDivElement>) => {
        const place = field.current!;
        if (event.button !== 0 || (event.target as HTMLElement).closest("[role=option]") !== null) {
            return;
        }
        const bounds = place.getBoundingClientRect();
        if (event.clientX > bounds.left + place.clientWidth) {
            return;
        }
        const base = event.ctrlKey || event.metaKey || event.shiftKey ? new Set(picked) : new Set<number>();
        const point = (e: { clientX: number; clientY: number }) => ({
            x: e.clientX - bounds.left,
            y: e.clientY - bounds.top + place.scrollTop,
        });
        const start = point(event);
        place.setPointerCapture(event.pointerId);
        const moved = (e: globalThis.PointerEvent) => {
            const now = point(e);
            const area = {
                x: Math.min(start.x, now.x),
                y: Math.min(start.y, now.y),
                width: Math.abs(now.x - start.x),
                height: Math.abs(now.y - start.y),
            };
            setBox(area);
            pick(new Set([...base, ...inside(area)]));
        };
        const ended = () => {
            place.removeEventListener("pointermove", moved);
            place.removeEventListener("pointerup", ended);
            place.removeEventListener("pointercancel", ended);
            setBox(undefined);
        };
        pick(base);
        place.addEventListener("pointermove", moved);
        place.addEventListener("pointerup", ended);
        place.addEventListener("pointercancel", ended);
    };

    // Handlers of tiles stay the same, so that a tile is drawn again only when something about it changes.
    const latest = useRef({ click, onOpen, picked, pick });
    latest.current = { click, onOpen, picked, pick };
    const stable = useRef<Handlers>({
        click: (index, event) => latest.current.click(index, event),
        open: (image) => latest.current.onOpen(image),
        drag: (image) => {
            if (latest.current.picked.has(image)) {
                return [...latest.current.picked];
            }
            latest.current.pick(new Set([image]));
            return [image];
        },
    });
    const tiles = [];
    for (let i = first; i < last; i++) {
        const image = shown[i]!;
        const category = categories.get(labels.labels[image] ?? -1);
        tiles.push(
            <Tile
                key={image}
                index={i}
                count={shown.length}
                image={image}
                x={edge + (i % columns) * (size + GAP)}
                y={GAP + Math.floor(i / columns) * step}
                size={size}
                rushing={rushing}
                source={pictureOf(props.project, image, known, props.look, "thumbnail")}
                name={known.names[image] ?? ""}
                small={Math.max(known.heights[image] ?? 0, known.widths[image] ?? 0) <= 96}
                colour={category?.colour ?? ""}
                category={category?.name ?? ""}
                part={labels.parts[image] ?? ""}
                guessed={labels.who[image] === "model"}
                problem={(problems.get(image) ?? []).join(", ")}
                picked={picked.has(image)}
                active={i === here}
                handlers={stable.current}
            />,
        );
    }
    return (
        <div
            ref={field}
            className="images"
            role="listbox"
            aria-label="Images"
            aria-multiselectable="true"
            aria-activedescendant={here >= first && here < last ? "image-" + shown[here] : undefined}
            tabIndex={0}
            onKeyDown={keys}
            onPointerDown={drag}
        >
            <div className="all" role="presentation" style={{ height: rows * step + GAP }}>
                {tiles}
                {box && (
                    <div
                        className="band"
                        style={{ transform: `translate(${box.x}px, ${box.y}px)`, width: box.width, height: box.height }}
                    />
                )}
            </div>
        </div>
    );
}

type Handlers = {
    click: (index: number, event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }) => void;
    open: (image: number) => void;
    drag: (image: number) => number[];
};

type TileProps = {
    index: number;
    count: number;
    image: number;
    x: number;
    y: number;
    size: number;
    source: string;
    rushing: boolean;
    name: string;
    small: boolean;
    colour: string;
    category: string;
    part: string;
    guessed: boolean;
    problem: string;
    picked: boolean;
    active: boolean;
    handlers: Handlers;
};

const PARTS: Record<string, string> = { training: "train", validation: "val", test: "test" };

const Tile = memo(function Tile(tile: TileProps) {
    // What rushes past nobody sees: it is not asked for, so that what stays in sight comes at once.
    const [asked, setAsked] = useState(!tile.rushing);
    useEffect(() => {
        if (!tile.rushing) {
            setAsked(true);
        }
    }, [tile.rushing]);
    const words = [
        tile.name,
        tile.category === "" ? "unknown" : tile.category + (tile.guessed ? " (accepted prediction)" : ""),
        tile.part,
        tile.problem === "" ? "" : "problem: " + tile.problem,
    ].filter((each) => each !== "");
    return (
        <div
            id={"image-" + tile.image}
            role="option"
            aria-selected={tile.picked}
            aria-posinset={tile.index + 1}
            aria-setsize={tile.count}
            aria-label={words.join(", ")}
            title={words.join("\n")}
            className={"image" + (tile.picked ? " picked" : "") + (tile.active ? " active" : "")}
            style={{ transform: `translate(${tile.x}px, ${tile.y}px)`, width: tile.size, height: tile.size + FOOT }}
            draggable
            onDragStart={(event) => {
                event.dataTransfer.setData(DRAGGED, JSON.stringify(tile.handlers.drag(tile.image)));
                event.dataTransfer.effectAllowed = "link";
            }}
            onClick={(event) => tile.handlers.click(tile.index, event)}
            onDoubleClick={() => tile.handlers.open(tile.image)}
        >
            <img
                src={asked ? tile.source : undefined}
                alt=""
                draggable={false}
                decoding="async"
                className={tile.small ? "small" : ""}
                style={{ width: tile.size, height: tile.size }}
            />
            <div className="foot" style={{ borderTopColor: tile.colour === "" ? "transparent" : tile.colour }}>
                <span className={tile.category === "" ? "what faint" : "what"}>{tile.category === "" ? "unknown" : tile.category}</span>
                {tile.problem !== "" && <span className="problem">▲</span>}
                <span className="faint">{PARTS[tile.part] ?? ""}</span>
            </div>
        </div>
    );
});

/** How far a field is scrolled, and how large it is. */
function useSeen(field: RefObject<HTMLDivElement | null>) {
    const [seen, setSeen] = useState({ top: 0, width: 800, height: 600, rushing: false });
    useLayoutEffect(() => {
        const place = field.current!;
        setSeen({ top: place.scrollTop, width: place.clientWidth, height: place.clientHeight, rushing: false });
    }, [field]);
    useEffect(() => {
        const place = field.current!;
        let frame = 0;
        let wait = 0;
        let last = { top: place.scrollTop, now: performance.now() };
        const look = () => {
            cancelAnimationFrame(frame);
            frame = requestAnimationFrame((now) => {
                const top = place.scrollTop;
                const rushing = Math.abs(top - last.top) > RUSH * Math.max(1, now - last.now);
                last = { top, now };
                clearTimeout(wait);
                if (rushing) {
                    wait = window.setTimeout(() => setSeen((before) => ({ ...before, rushing: false })), CALM);
                }
                setSeen({ top, width: place.clientWidth, height: place.clientHeight, rushing });
            });
        };
        place.addEventListener("scroll", look, { passive: true });
        const sized = new ResizeObserver(look);
        sized.observe(place);
        return () => {
            cancelAnimationFrame(frame);
            clearTimeout(wait);
            place.removeEventListener("scroll", look);
            sized.disconnect();
        };
    }, [field]);
    return seen;
}
