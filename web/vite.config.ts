import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The built page is committed where it is packaged from, so that nobody needs node to use it. */
export default defineConfig({
    plugins: [react()],
    build: {
        outDir: "src/main/resources/dev/sweetspot/web",
        emptyOutDir: true,
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        target: "es2022",
        reportCompressedSize: false,
    },
    server: { proxy: { "/api": "http://127.0.0.1:8321", "/paint": "http://127.0.0.1:8321" } },
});
