import { useAsked } from "../frame/api";
import { pathOf } from "../frame/route";

/** Whether a project is of images or on a table; undefined before that is known. */
export function useKind(project: string) {
    return useAsked<{ kind: "images" | "table" }>("/api" + pathOf("projects", project, "kind"));
}
