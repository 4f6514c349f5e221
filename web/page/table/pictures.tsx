import { digits } from "../parts/numbers";
import type { Column, Series } from "./types";

const WIDTH = 120;
const HEIGHT = 30;

/** How the values of a column are spread, small enough to stand in a row; all of it is said in words too. */
export function Spread({ column }: { column: Column }) {
    const counts = column.number ? column.bars : column.words.map((each) => each.count);
    const most = Math.max(1, ...counts);
    const width = WIDTH / Math.max(8, counts.length);
    const words = column.number
        ? `from ${digits(column.low)} to ${digits(column.high)}, ${digits(column.mean)} in the mean`
        : column.words.map((each) => `${each.word}: ${each.count}`).join(", ");
    return (
        <svg className="spread" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} role="img" aria-label={column.name + ": " + words}>
            <title>{words}</title>
            {counts.map((count, i) => {
                const height = count === 0 ? 0 : Math.max(1, (HEIGHT * count) / most);
                return <rect key={i} x={i * width} y={HEIGHT - height} width={width * (column.number ? 0.96 : 0.8)} height={height} />;
            })}
        </svg>
    );
}

const LINE_WIDTH = 168;
const LINE_HEIGHT = 84;

/** A series as lines, one a channel, all on one scale. */
export function SeriesPicture({ series }: { series: Series }) {
    const values = series.channels.flat().filter((value): value is number => typeof value === "number");
    const low = Math.min(...values);
    const high = Math.max(...values);
    const y = (value: number) => (high > low ? LINE_HEIGHT - 3 - ((LINE_HEIGHT - 6) * (value - low)) / (high - low) : LINE_HEIGHT / 2);
    return (
        <figure>
            <svg
                className="series"
                viewBox={`0 0 ${LINE_WIDTH} ${LINE_HEIGHT}`}
                role="img"
                aria-label={`Series ${series.name}: ${series.steps} steps from ${digits(low)} to ${digits(high)}`}
            >
                {series.channels.map((channel, c) => (
                    <polyline
                        key={c}
                        className={"channel c" + (c % 8)}
                        points={channel
                            .map((value, i) => [channel.length > 1 ? (LINE_WIDTH * i) / (channel.length - 1) : 0, value] as const)
                            .filter((point): point is readonly [number, number] => typeof point[1] === "number")
                            .map(([x, value]) => x.toFixed(1) + "," + y(value).toFixed(1))
                            .join(" ")}
                    />
                ))}
            </svg>
            <figcaption>
                {series.label !== "" && <strong>{series.label}</strong>} <span className="faint">series {series.name}, {series.steps} steps</span>
            </figcaption>
        </figure>
    );
}

/** How many items each class has, as bars with their numbers. */
export function Balance({ column }: { column: Column }) {
    const most = Math.max(1, ...column.words.map((each) => each.count));
    return (
        <table className="classes">
            <caption>How often each value occurs{column.distinct > column.words.length && `, the most frequent of ${column.distinct > 1000 ? "more than 1,000" : column.distinct}`}</caption>
            <tbody>
                {column.words.map((each) => (
                    <tr key={each.word}>
                        <th scope="row">{each.word}</th>
                        <td className="number">{each.count}</td>
                        <td aria-hidden="true">
                            <svg viewBox="0 0 200 12" width="200" height="12" className="spread">
                                <rect x="0" y="0" width={Math.max(1, (200 * each.count) / most)} height="12" />
                            </svg>
                        </td>
                    </tr>
                ))}
            </tbody>
        </table>
    );
}
