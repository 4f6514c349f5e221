import { lazy, type Lazy } from "./lazy";

/** What a place is given: the values of its path, decoded. */
export type PlaceProps = { values: Record<string, string> };

/**
 * Somewhere a person can go. Each place is loaded when somebody goes there, so that the first bytes stay few.
 *
 * @property path segments, those with a colon being values: "/studies/:store/:study"
 * @property title of the window
 * @property side which entry of the side it belongs to
 */
export type Place = {
    path: string;
    title: (values: Record<string, string>) => string;
    side: string;
    page: Lazy<PlaceProps>;
};

/** The entries at the side, in their order; each leads to a place. */
export const SIDE = [
    { id: "projects", words: "Projects", path: "/projects" },
    { id: "studies", words: "Studies", path: "/studies" },
    { id: "playground", words: "Playground", path: "/playground" },
    { id: "help", words: "Help", path: "/help" },
] as const;

/** All places. Who adds one adds a line here. */
export const PLACES: Place[] = [
    {
        path: "/projects",
        title: () => "Projects",
        side: "projects",
        page: lazy(() => import("../projects/projects")),
    },
    {
        path: "/projects/:project",
        title: (values) => values.project ?? "Project",
        side: "projects",
        page: lazy(() => import("../projects/of-images")),
    },
    {
        path: "/projects/:project/train",
        title: (values) => "Train " + values.project,
        side: "projects",
        page: lazy(() => import("../projects/training")),
    },
    {
        path: "/projects/:project/works/:work",
        title: (values) => "Number " + values.work + " of " + values.project,
        side: "projects",
        page: lazy(() => import("../train/work")),
    },
    {
        path: "/studies",
        title: () => "Studies",
        side: "studies",
        page: lazy(() => import("../studies/studies")),
    },
    {
        path: "/studies/:store/:study",
        title: (values) => values.study ?? "Study",
        side: "studies",
        page: lazy(() => import("../study/study")),
    },
    {
        path: "/studies/:store/:study/trials/:trial",
        title: (values) => "Trial " + values.trial + " of " + values.study,
        side: "studies",
        page: lazy(() => import("../study/trial")),
    },
    {
        path: "/compare/:store/:first/:second",
        title: (values) => values.first + " and " + values.second,
        side: "studies",
        page: lazy(() => import("../studies/compare")),
    },
    {
        path: "/playground",
        title: () => "Playground",
        side: "playground",
        page: lazy(() => import("../playground/playground")),
    },
    { path: "/help", title: () => "Help", side: "help", page: lazy(() => import("../help/help")) },
];
