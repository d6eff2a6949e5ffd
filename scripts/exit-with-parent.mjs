// Loaded before a program of the hall (`node --import`): ends it when the launcher is gone,
// however that ended. The IPC channel to the launcher closes in every case, a signal might not
// come. The program gets the same SIGTERM as at an ordinary stop, then a limit.
const GRACE_MS = 12_000;

if (process.channel) {
  process.on("disconnect", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.exit(1), GRACE_MS).unref();
  });
  // Listening alone must not keep a program alive that has done its work.
  process.channel.unref();
}
process.on("SIGHUP", () => {}); // a closed terminal is the launcher's affair
