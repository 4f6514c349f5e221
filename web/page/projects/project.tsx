import type { ComponentType } from "react";
import type { PlaceProps } from "../frame/places";
import { Failure } from "../parts/words";
import Table from "../table/table";
import { useKind } from "./kind";

/** A place of a project of images; on a table the same address leads to the page of the table. */
export function orTable(Images: ComponentType<PlaceProps>): ComponentType<PlaceProps> {
    return function Project(props: PlaceProps) {
        const { value, failure, again } = useKind(props.values.project!);
        if (value === undefined) {
            return failure ? <Failure failure={failure} again={again} /> : <p className="faint">Loading …</p>;
        }
        return value.kind === "table" ? <Table {...props} /> : <Images {...props} />;
    };
}
