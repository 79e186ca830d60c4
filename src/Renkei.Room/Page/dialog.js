import { room, RoomError } from "./api.js";
import { renderCard } from "./card.js";
import { button, fill, h } from "./dom.js";
import { t } from "./texts.js";

const heights = { small: 200, medium: 400, large: 620 };
const widths = { small: 340, medium: 560, large: 860 };
const size = (value, names, otherwise) => (typeof value === "number" ? value : (names[value] ?? otherwise));

/**
 * Opens a modal: the browser keeps the focus inside, Esc closes, and the focus returns to where it was.
 * @returns {{element: HTMLDialogElement, body: HTMLElement, setTitle: (title: string) => void, close: () => void}}
 */
export function openModal(title, content, { testid = "dialog", onClose = () => {} } = {}) {
  const heading = h("h2", { id: `modal-${testid}` }, title);
  const body = h("div.modal-body", {}, content);
  const back = document.activeElement;
  const element = h(
    "dialog.modal",
    { "aria-labelledby": heading.id, "data-testid": testid },
    h(
      "header",
      {},
      heading,
      button(t("close"), { drawing: "close", bare: true, testid: `${testid}-close`, onClick: () => element.close() }),
    ),
    body,
  );
  element.addEventListener("close", () => {
    element.remove();
    if (back?.isConnected) back.focus();
    onClose();
  });
  document.body.append(element);
  element.showModal();
  return { element, body, setTitle: (text) => (heading.textContent = text), close: () => element.close() };
}

/** Asks before something that cannot be undone. @returns {Promise<boolean>} */
export function confirmed(title, text, yes) {
  return new Promise((resolve) => {
    let answer = false;
    const modal = openModal(
      title,
      [
        h("p", {}, text),
        h(
          "div.button-row",
          {},
          button(yes, { kind: "danger", testid: "confirm", onClick: () => finish(true) }),
          button(t("cancel"), { testid: "cancel", onClick: () => finish(false) }),
        ),
      ],
      { testid: "confirm-dialog", onClose: () => resolve(answer) },
    );
    function finish(value) {
      answer = value;
      modal.close();
    }
  });
}

/** Sends what a dialog's card submits, as Teams does with task/submit. */
export const taskPress = (person, conversation) => (data) => room.submitDialog({ person, conversation, data });

/**
 * Shows a task module: a card, or a message. A submission may lead to the next card, to a message, or to the end.
 * @param {{type: string, value: object|string}} task
 * @param {(data: object) => Promise<{task?: object}>} submit
 */
export function showTask(task, submit) {
  const modal = openModal("", [], { testid: "task" });
  show(task);

  function show({ type, value }) {
    if (type === "message") {
      modal.setTitle("Renkei");
      fill(
        modal.body,
        h("p", { "data-testid": "task-message" }, value),
        h("div.button-row", {}, button(t("close"), { kind: "primary", onClick: modal.close })),
      );
      modal.body.querySelector("button").focus();
      return;
    }
    modal.setTitle(value.title ?? "Renkei");
    modal.element.style.setProperty("--modal-width", `${size(value.width, widths, 560)}px`);
    modal.element.style.setProperty("--modal-height", `${size(value.height, heights, 400)}px`);
    const problem = h("p.problem", { role: "alert", hidden: true });
    const card = renderCard(value.card?.content, async (action, inputs, pressed) => {
      if (action.type === "Action.OpenUrl") {
        if (/^https:\/\//i.test(action.url)) open(action.url, "_blank", "noopener");
        return;
      }
      problem.hidden = true;
      pressed.setPending(true);
      try {
        const answer = await submit({ ...action.data, ...inputs });
        if (answer?.task) show(answer.task);
        else modal.close();
      } catch (error) {
        if (!(error instanceof RoomError)) throw error;
        problem.hidden = false;
        problem.textContent = error.status === 0 ? t("unreachable") : t("actionFailed");
      } finally {
        pressed.setPending(false);
      }
    });
    fill(modal.body, card.element, problem);
    modal.body.querySelector("input, textarea, select, button")?.focus();
  }
}
