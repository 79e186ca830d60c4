import { room } from "./api.js";
import { showTask } from "./dialog.js";
import { tell } from "./notices.js";

/**
 * Runs an action of the message extension: its dialog opens, and what comes out of it goes into the conversation.
 * @param {string} commandId
 * @param {{conversation: string, person: string, messageId?: string}} place messageId: the message it is used on
 */
export async function runComposeAction(commandId, place) {
  const ask = async (data) => {
    const answer = await room.composeAction({ ...place, commandId, data });
    for (const { contentType, content, name } of answer?.composeExtension?.attachments ?? [])
      await room.sendComposed({
        person: place.person,
        conversation: place.conversation,
        attachment: { contentType, content, name },
      });
    return answer;
  };
  try {
    const answer = await ask();
    if (answer?.task) showTask(answer.task, ask);
  } catch (error) {
    tell(error);
  }
}
