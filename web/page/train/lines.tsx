/**
 * One line: values over epochs, in the order of the epochs.
 *
 * @property stroke which of the five strokes it has, where several lines are of one thing; else each has its own
 */
export type Line = { name: string; epochs: number[]; values: number[]; faint?: boolean; stroke?: number | undefined };

const WIDTH = 640;
const HEIGHT = 240;
const LEFT = 56;
const BOTTOM = 28;

/** Blue, orange, green, pink, brown: told apart by everybody; the pattern of the stroke tells them too. */
const COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#8c6d31"];
const DASHES = ["", "7 4", "2 3", "9 3 2 3", "1 4"];

/** Curves that grow while somebody watches. A picture that is drawn some times a second is a few paths, and no more. */
export function Lines({ title, lines, unit }: { title: string; lines: Line[]; unit: string }) {
    const shown = lines.filter((line) => line.values.some(Number.isFinite));
    if (shown.length === 0) {
        return null;
    }
    const xs = shown.flatMap((line) => line.epochs);
    const ys = shown.flatMap((line) => line.values.filter(Number.isFinite));
    const [right, low, high] = [Math.max(1e-9, ...xs), Math.min(...ys), Math.max(...ys)];
    const span = high - low || Math.abs(high) || 1;
    const x = (epoch: number) => LEFT + (epoch / right) * (WIDTH - LEFT - 8);
    const y = (value: number) => 8 + (1 - (value - low) / span) * (HEIGHT - BOTTOM - 16);
    return (
        <figure className="lines">
            <figcaption>
                {title}
                {shown.map((line, i) => (
                    <span key={line.name} className="legend">
                        <svg width="26" height="8" aria-hidden="true">
                            <line x1="0" x2="26" y1="4" y2="4" stroke={COLOURS[strokeOf(line, i)]} strokeWidth={line.faint ? 1.3 : 2.5} strokeDasharray={DASHES[strokeOf(line, i)]} />
                        </svg>
                        {line.name}: {short(last(line.values))}
                    </span>
                ))}
            </figcaption>
            <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title + ": " + shown.map((line) => `${line.name} ${short(last(line.values))}`).join(", ")}>
                {[0, 0.5, 1].map((share) => (
                    <g key={share} className="grid">
                        <line x1={LEFT} x2={WIDTH - 8} y1={y(low + share * span)} y2={y(low + share * span)} />
                        <text x={LEFT - 6} y={y(low + share * span) + 4} textAnchor="end">
                            {short(low + share * span)}
                        </text>
                    </g>
                ))}
                <text x={LEFT} y={HEIGHT - 6}>
                    0
                </text>
                <text x={WIDTH - 8} y={HEIGHT - 6} textAnchor="end">
                    {short(right)} {unit}
                </text>
                {shown.map((line, i) => (
                    <path
                        key={line.name}
                        d={path(line, x, y)}
                        fill="none"
                        stroke={COLOURS[strokeOf(line, i)]}
                        strokeWidth={line.faint ? 1.3 : 2.2}
                        strokeDasharray={DASHES[strokeOf(line, i)]}
                    />
                ))}
            </svg>
        </figure>
    );
}

function strokeOf(line: Line, place: number): number {
    return (line.stroke ?? place) % COLOURS.length;
}

function path(line: Line, x: (epoch: number) => number, y: (value: number) => number): string {
    let text = "";
    line.values.forEach((value, i) => {
        if (Number.isFinite(value)) {
            text += (text === "" ? "M" : "L") + x(line.epochs[i]!).toFixed(1) + " " + y(value).toFixed(1);
        }
    });
    return text;
}

function last(values: number[]): number {
    return values.filter(Number.isFinite).at(-1) ?? NaN;
}

function short(value: number): string {
    return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(3)));
}
