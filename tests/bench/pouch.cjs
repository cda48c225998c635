// PouchDB as a yardstick of `make bench`, both ends: `node pouch.cjs server|client FOLDER`, with NODE_PATH at the
// packages. Speaks on standard input and output, a JSON object a line each way, as tests/bench/worker.py does.
//
// The server is express-pouchdb over LevelDB files, which is its documented default; the client replicates to or from
// LevelDB files of its own. Neither signs, encrypts or waits for the disk.
"use strict";

const path = require("path");
const readline = require("readline");
const PouchDB = require("pouchdb");

const [role, folder] = process.argv.slice(2);
const BATCH = 1000; // documents at a time, as `plain` has rows on a page; PouchDB's own choice of 100 takes longer
const say = (value) => process.stdout.write(JSON.stringify(value) + "\n");
const documents = (file) => JSON.parse(require("fs").readFileSync(file, "utf8"));

const Local = PouchDB.defaults({ prefix: folder + path.sep });

async function put(db, docs) {
    for (let start = 0; start < docs.length; start += BATCH) {
        for (const one of await db.bulkDocs(docs.slice(start, start + BATCH))) {
            if (one.error) throw new Error(JSON.stringify(one));
        }
    }
}

const server = {
    async start() {
        const app = require("express")();
        const options = { mode: "minimumForPouchDB", inMemoryConfig: true, logPath: path.join(folder, "log.txt") };
        app.use("/", require("express-pouchdb")(Local, options));
        const listening = app.listen(0, "127.0.0.1", () => say({ port: listening.address().port }));
    },
    async fill({ name, file }) {
        await put(new Local(name), documents(file));
        return {};
    },
    async change({ name, file }) {
        const db = new Local(name);
        const changed = documents(file);
        const found = await db.allDocs({ keys: changed.map((doc) => doc._id) });
        await put(db, changed.map((doc, index) => ({ ...doc, _rev: found.rows[index].value.rev })));
        return {};
    },
};

const client = {
    async start() {
        say({ ready: true });
    },
    async fill({ name, file }) {
        const db = new Local(name);
        await put(db, documents(file));
        await db.close();
        return {};
    },
    async replicate({ direction, name, url }) {
        this.open = this.open || {};
        const db = (this.open[name] = this.open[name] || new Local(name));
        await db.info();
        const began = process.hrtime.bigint();
        const done = await db.replicate[direction](url, { batch_size: BATCH });
        const seconds = Number(process.hrtime.bigint() - began) / 1e9;
        if (!done.ok) throw new Error(JSON.stringify(done));
        return { seconds, done: done.docs_written };
    },
};

const own = role === "server" ? server : client;
own.start().then(async () => {
    for await (const line of readline.createInterface({ input: process.stdin })) {
        const words = JSON.parse(line);
        say(await own[words.do](words));
    }
    process.exit(0);
});
