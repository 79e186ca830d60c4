import { button, fill, h, icon } from "./dom.js";
import { local, t } from "./texts.js";

/** The guided first round: what to do now, and what is done. */
export function lessonPanel(store) {
  const content = h("div.lesson");
  const draw = () => fill(content, drawn(store));
  const off = [store.on("lesson", draw), store.on("columns", draw)];
  draw();
  const dispose = () => off.forEach((end) => end());
  return { title: local(store.lesson?.title) || t("lessonTitle"), content, dispose };
}

function drawn(store) {
  const steps = store.lesson?.steps ?? [];
  if (steps.length === 0) return h("p.note", {}, t("lessonNone"));
  const done = steps.filter((s) => s.done).length;
  const current = steps.findIndex((s) => !s.done);
  return [
    h(
      "p.lesson-progress",
      { role: "status" },
      h("progress", { max: steps.length, value: done, "aria-hidden": true }),
      t("lessonProgress", done, steps.length),
    ),
    h(
      "ol.lesson-steps",
      {},
      steps.map((step, i) => stepView(step, i === current, store)),
    ),
    current < 0 ? h("p.lesson-end", { "data-testid": "lesson-finished" }, t("lessonFinished")) : null,
  ];
}

function stepView(step, current, store) {
  const state = step.done ? "done" : current ? "current" : "";
  const person = store.lesson.person;
  const where = current ? store.conversationsOf(person).find((c) => c.kind === "personal") : null;
  return h(
    "li",
    { class: state, "aria-current": current ? "step" : undefined, "data-testid": `lesson-step-${step.id}` },
    h("span.tick", {}, step.done ? icon("check") : null),
    h(
      "div",
      {},
      h("strong", {}, local(step.hint), step.done ? h("span.visually-hidden", {}, `（${t("lessonDone")}）`) : null),
      where && !store.isOpen(where.key, person)
        ? button(t("lessonOpen"), {
            kind: "primary small",
            testid: "go-to-lesson",
            onClick: () => store.open(where.key, person),
          })
        : null,
    ),
  );
}
