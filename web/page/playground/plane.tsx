import { useEffect, useRef, useSyncExternalStore } from "react";
import type { Network, Points } from "./types";

const LEVELS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const SIZE = 440;
const DARK = window.matchMedia("(prefers-color-scheme: dark)");

type Colour = [number, number, number];

/** Blue, orange, green: told apart by everybody; the points have shapes besides. */
const LIGHT_CLASSES: Colour[] = [[0, 114, 178], [213, 94, 0], [0, 143, 104]];
const DARK_CLASSES: Colour[] = [[86, 180, 233], [240, 140, 50], [40, 200, 150]];

/** What a network thinks of the plane, the points over it, and the line at which it changes its mind. */
export function Plane({ points, network, label }: { points: Points; network: Network | undefined; label: string }) {
    const canvas = useRef<HTMLCanvasElement>(null);
    const dark = useSyncExternalStore(
        (tell) => {
            DARK.addEventListener("change", tell);
            return () => DARK.removeEventListener("change", tell);
        },
        () => DARK.matches,
    );
    const plane = network?.plane ?? "";
    useEffect(() => {
        const context = canvas.current?.getContext("2d");
        if (context) {
            draw(context, points, plane, dark);
        }
    }, [points, plane, dark]);
    return <canvas ref={canvas} className="plane" width={2 * SIZE} height={2 * SIZE} role="img" aria-label={label} data-drawn={plane !== ""} />;
}

function draw(context: CanvasRenderingContext2D, points: Points, plane: string, dark: boolean) {
    const side = context.canvas.width;
    const ground: Colour = dark ? [21, 24, 28] : [255, 255, 255];
    const colours = dark ? DARK_CLASSES : LIGHT_CLASSES;
    context.fillStyle = css(ground);
    context.fillRect(0, 0, side, side);
    if (plane.length === points.side * points.side) {
        const levels = Array.from(plane, (letter) => LEVELS.indexOf(letter));
        shade(context, points, levels, ground, colours);
        if (points.classes !== 3) {
            line(context, points.side, levels, dark);
        }
    }
    const at = (value: number) => (value / points.reach + 1) * (side / 2);
    points.x.forEach((x, i) => {
        const target = points.target[i]!;
        const colour = points.classes === 0 ? between(ground, colours, target / points.highest, 1) : colours[target]!;
        mark(context, at(x), at(-points.y[i]!), points.classes === 0 ? 0 : target, css(colour), points.test[i]!, dark);
    });
}

/** From -1 to 1; levels lie closer in the middle. */
function valueOf(level: number): number {
    const root = level / 31.5 - 1;
    return root * Math.abs(root);
}

/** Paler where it is less sure. */
function shade(context: CanvasRenderingContext2D, points: Points, levels: number[], ground: Colour, colours: Colour[]) {
    const image = new ImageData(points.side, points.side);
    const each = Math.floor(LEVELS.length / Math.max(1, points.classes));
    levels.forEach((level, i) => {
        const colour =
            points.classes === 3
                ? mixed(ground, colours[Math.floor(level / each)]!, 0.6 * ((level % each) / (each - 1)))
                : between(ground, colours, valueOf(level), 0.6);
        image.data.set([...colour, 255], 4 * i);
    });
    const small = document.createElement("canvas");
    small.width = points.side;
    small.height = points.side;
    small.getContext("2d")!.putImageData(image, 0, 0);
    context.imageSmoothingEnabled = true;
    context.imageSmoothingQuality = "high";
    context.drawImage(small, 0, 0, context.canvas.width, context.canvas.height);
}

/** From the first colour at -1 over the ground at 0 to the second at 1. */
function between(ground: Colour, colours: Colour[], value: number, strength: number): Colour {
    return mixed(ground, value < 0 ? colours[0]! : colours[1]!, strength * Math.min(1, Math.abs(value)));
}

function mixed(one: Colour, other: Colour, share: number): Colour {
    return [0, 1, 2].map((i) => Math.round(one[i]! + (other[i]! - one[i]!) * share)) as Colour;
}

function css(colour: Colour): string {
    return `rgb(${colour.join(" ")})`;
}

/** Where both classes are as probable, or the number is 0: by squares of four places, straight from side to side. */
function line(context: CanvasRenderingContext2D, side: number, levels: number[], dark: boolean) {
    const scale = context.canvas.width / side;
    const value = (column: number, row: number) => valueOf(levels[row * side + column]!);
    context.strokeStyle = dark ? "#e8ebee" : "#1c2126";
    context.lineWidth = 3;
    context.beginPath();
    for (let row = 0; row < side - 1; row++) {
        for (let column = 0; column < side - 1; column++) {
            const corners = [
                [column, row],
                [column + 1, row],
                [column + 1, row + 1],
                [column, row + 1],
            ] as const;
            const ends: [number, number][] = [];
            corners.forEach(([x, y], i) => {
                const [nextX, nextY] = corners[(i + 1) % 4]!;
                const [here, there] = [value(x, y), value(nextX, nextY)];
                if (here < 0 !== there < 0) {
                    const share = here / (here - there);
                    ends.push([(x + 0.5 + share * (nextX - x)) * scale, (y + 0.5 + share * (nextY - y)) * scale]);
                }
            });
            for (let i = 0; i + 1 < ends.length; i += 2) {
                context.moveTo(...ends[i]!);
                context.lineTo(...ends[i + 1]!);
            }
        }
    }
    context.stroke();
}

/** A disc, a square or a triangle; hollow for a point that was set aside. */
function mark(context: CanvasRenderingContext2D, x: number, y: number, shape: number, colour: string, hollow: boolean, dark: boolean) {
    const half = 10;
    context.beginPath();
    if (shape === 0) {
        context.arc(x, y, half, 0, 2 * Math.PI);
    } else if (shape === 1) {
        context.rect(x - half + 1, y - half + 1, 2 * half - 2, 2 * half - 2);
    } else {
        context.moveTo(x, y - half);
        context.lineTo(x + half, y + half - 2);
        context.lineTo(x - half, y + half - 2);
        context.closePath();
    }
    context.fillStyle = hollow ? (dark ? "#15181c" : "#ffffff") : colour;
    context.fill();
    context.lineWidth = hollow ? 4 : 2;
    context.strokeStyle = hollow ? colour : dark ? "#15181c" : "#ffffff";
    context.stroke();
}
