import { defineConfig } from "vite";

// Fixed names: the server adds hashes where it serves for long (whitenoise's manifest storage).
export default defineConfig({
  root: "frontend",
  base: "./",
  logLevel: "warn",
  build: {
    outDir: "../src/bezpiecznik/static/dist",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    rollupOptions: {
      input: { site: "frontend/site.js", webauthn: "frontend/webauthn.js" },
      output: { entryFileNames: "[name].js", assetFileNames: (file) => (file.names?.[0]?.endsWith(".css") ? "site.css" : "fonts/[name][extname]") },
    },
  },
});
