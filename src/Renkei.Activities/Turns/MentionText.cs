using System.Net;
using Renkei.Activities.Wire;

namespace Renkei.Activities.Turns;

/// <summary>Takes the mention of the bot out of a text (protocols: Bot Framework, "Mentions, inbound").</summary>
public static class MentionText
{
    /// <summary>The text without mentions of the bot, decoded and trimmed. Mentions of people stay.</summary>
    public static string WithoutBot(Activity activity)
    {
        string text = activity.Text ?? "";
        foreach (Entity entity in activity.Entities ?? [])
        {
            if (
                entity.Type == "mention"
                && entity.Text is { Length: > 0 } mention
                && entity.Mentioned?.Id is { } id
                && id == activity.Recipient?.Id
            )
            {
                text = text.Replace(mention, "", StringComparison.OrdinalIgnoreCase);
            }
        }
        return WebUtility.HtmlDecode(text).Replace('\u00A0', ' ').Trim();
    }
}
