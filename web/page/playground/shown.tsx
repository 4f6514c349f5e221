import { Lines, type Line } from "../train/lines";
import { count, digits } from "../parts/numbers";
import type { Settings } from "../train/types";
import { differences } from "./comparison";
import { Plane } from "./plane";
import { ORDINALS, type Frame, type Network, type Points } from "./types";
import type { Field } from "../train/types";

/** Pictures, numbers and curves of one network or two. */
export function Shown({ points, frame, networks, fields }: { points: Points; frame: Frame | undefined; networks: Settings[]; fields: Field[] }) {
    const seen = frame?.networks.length === networks.length ? frame.networks : [];
    const differing = networks.length > 1 ? differences(networks, fields) : [];
    return (
        <>
            <div className="planes" data-planes={networks.length}>
                {networks.map((_, i) => (
                    <figure key={i}>
                        {networks.length > 1 && (
                            <h2>
                                The {ORDINALS[i]}
                                {differing.slice(0, 3).map(({ field, values }) => (
                                    <span key={field.name} className="tag">
                                        {field.title} {values[i]}
                                    </span>
                                ))}
                            </h2>
                        )}
                        <Plane points={points} network={seen[i]} label={words(seen[i], networks.length > 1 ? "The " + ORDINALS[i] + " network" : "The network", points)} />
                        <figcaption>{seen[i] ? <Numbers network={seen[i]} classes={points.classes} /> : "The network is made …"}</figcaption>
                    </figure>
                ))}
            </div>
            {networks.length > 1 && differing.length === 0 && <p>Both are the same until you change the second.</p>}
            <Legend points={points} />
            {seen.length > 0 && <Curves seen={seen} classes={points.classes} />}
            {seen.length > 0 && <Layers seen={seen} />}
        </>
    );
}

function Legend({ points }: { points: Points }) {
    return (
        <p className="faint">
            Filled points are learnt from, hollow ones are set aside.{" "}
            {points.classes === 0
                ? "The stronger the orange, the higher; the stronger the blue, the lower; the line is at 0."
                : "The stronger the colour, the surer the network is of that class" +
                  (points.classes === 2 ? "; on the line it cannot tell." : ".")}
        </p>
    );
}

function Numbers({ network, classes }: { network: Network; classes: number }) {
    if (network.broken) {
        return (
            <span className="wrong">
                Broken down after {count(Math.floor(network.epochs), "epoch")}: the steps were so large that the numbers grew beyond all bounds, and
                nothing can be computed with them. Maybe a third of the learning rate?
            </span>
        );
    }
    return (
        <>
            {classes > 0 && (
                <>
                    Right: <strong>{percent(network.training.right)}</strong> of what it learns from, <strong>{percent(network.test.right)}</strong> of what
                    was set aside.{" "}
                </>
            )}
            {classes > 0 ? "Loss" : "Error"}: {digits3(network.training.loss)} and {digits3(network.test.loss)}. {digits(network.size)} numbers,{" "}
            {count(network.steps_per_epoch, "step")} an epoch.
        </>
    );
}

function percent(share: number | string): string {
    return Math.round(100 * Number(share)) + " %";
}

function digits3(value: number): string {
    return String(Number(value.toPrecision(3)));
}

/** A picture in words. */
function words(network: Network | undefined, name: string, points: Points): string {
    if (network === undefined) {
        return name + " has not begun";
    }
    if (network.broken) {
        return name + " has broken down; the points alone are shown";
    }
    const after = `${name} after ${count(Math.floor(network.epochs), "epoch")}: `;
    return points.classes === 0
        ? `${after}the usual error is ${digits3(network.test.loss)} for points that were set aside`
        : `${after}right for ${percent(network.training.right)} of the points that it learns from, and ${percent(network.test.right)} of those set aside`;
}

function Curves({ seen, classes }: { seen: Network[]; classes: number }) {
    const lines = (training: "training_loss" | "training_right", test: "test_loss" | "test_right"): Line[] =>
        seen.flatMap((network, i) => {
            const name = seen.length > 1 ? ORDINALS[i] + ", " : "";
            const epochs = network.curve.epochs;
            return [
                { name: name + "training", epochs, values: network.curve[training].map(Number) },
                { name: name + "set aside", epochs, values: network.curve[test].map(Number), faint: true },
            ];
        });
    return (
        <div className="pair-of-pictures">
            <Lines title={classes > 0 ? "Loss" : "Error"} lines={lines("training_loss", "test_loss")} unit="epochs" />
            {classes > 0 && <Lines title="Share of right answers" lines={lines("training_right", "test_right")} unit="epochs" />}
        </div>
    );
}

const BAR = 120;

/** How far each layer has come: where the first ones stay behind, little of what should change reaches them. */
function Layers({ seen }: { seen: Network[] }) {
    const most = Math.max(1e-9, ...seen.flatMap((network) => network.layers.map((layer) => layer.moved)));
    const rows = Math.max(...seen.map((network) => network.layers.length));
    return (
        <details>
            <summary>How far each layer has come</summary>
            <p className="faint">
                How far the numbers of a layer are from where they began, and how large they are (roots of mean squares). Where the first
                layers stay behind, little of what should change reaches them.
            </p>
            <table>
                <thead>
                    <tr>
                        <th scope="col">Layer</th>
                        {seen.map((_, i) => (
                            <th key={i} scope="col">
                                {seen.length > 1 ? "The " + ORDINALS[i] : "Come"}
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {Array.from({ length: rows }, (_, row) => (
                        <tr key={row}>
                            <th scope="row">{row + 1}</th>
                            {seen.map((network, i) => {
                                const layer = network.layers[row];
                                return (
                                    <td key={i}>
                                        {layer && (
                                            <>
                                                <svg width={BAR} height="10" aria-hidden="true" className="moved">
                                                    <rect width={(layer.moved / most) * BAR} height="10" />
                                                </svg>{" "}
                                                {digits3(layer.moved)} <span className="faint">of {digits3(layer.size)}</span>
                                            </>
                                        )}
                                    </td>
                                );
                            })}
                        </tr>
                    ))}
                </tbody>
            </table>
        </details>
    );
}
