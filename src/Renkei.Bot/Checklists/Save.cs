using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Renkei.Bot.Themes;
using Renkei.Domain.Checklists;
using Renkei.Domain.People;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Themes;

namespace Renkei.Bot.Checklists;

/// <summary>What a person set on one card.</summary>
/// <param name="By">Who; already authorised for the theme.</param>
/// <param name="Theme">The theme.</param>
/// <param name="Edits">The lines of the card.</param>
/// <param name="Position">Where the person goes next.</param>
/// <param name="Id">The same for every repeat of this very save: see <see cref="IdOf"/>.</param>
internal sealed record Save(Person By, ThemeId Theme, IReadOnlyList<AnswerEdit> Edits, WalkPosition Position, string Id)
{
    /// <summary>
    /// Names a save by the card it came from, the person and what was set. A double press and a repeated delivery, under whatever
    /// activity id, have the same name; the same old card filled in differently has another and is not taken for a repeat.
    /// </summary>
    /// <param name="cardToken">Drawn when the card was made.</param>
    /// <param name="by">Who pressed.</param>
    /// <param name="edits">What was set.</param>
    public static string IdOf(string cardToken, Person by, IReadOnlyList<AnswerEdit> edits)
    {
        StringBuilder text = new();
        text.Append(cardToken).Append('\n').Append(by.Id.ObjectId);
        foreach (AnswerEdit edit in edits)
        {
            Answer mine = edit.Mine;
            text.Append('\n').Append(edit.Item.Key).Append('|').Append(edit.SeenRevision).Append('|');
            text.Append(mine.Status.Code())
                .Append('|')
                .Append(mine.Date)
                .Append('|')
                .Append(mine.NextStep?.Due)
                .Append('|');
            text.Append(mine.NextStep?.Who?.ObjectId)
                .Append('|')
                .Append(JsonEncodedText.Encode(mine.Reason))
                .Append('|');
            text.Append(JsonEncodedText.Encode(mine.Note)).Append('|');
            text.Append(JsonEncodedText.Encode(mine.NextStep?.What ?? ""));
        }
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        return Convert.ToHexStringLower(hash.AsSpan(0, 12));
    }
}

/// <summary>What a person set for one line.</summary>
/// <param name="Item">The line.</param>
/// <param name="SeenRevision">The revision the card showed.</param>
/// <param name="Mine">What the person wants.</param>
internal sealed record AnswerEdit(ItemId Item, int SeenRevision, Answer Mine);

/// <summary>A line two people changed differently; nothing of it was written.</summary>
/// <param name="Item">The line.</param>
/// <param name="Mine">What the line becomes if the person who saves insists; see <see cref="MergedAnswer.Answer"/>.</param>
/// <param name="Theirs">What is stored.</param>
internal sealed record AnswerConflict(ItemId Item, Answer Mine, ItemState Theirs);

/// <summary>How a theme stands after a save.</summary>
/// <param name="Summary">Its summary.</param>
/// <param name="Items">Its lines by item key.</param>
/// <param name="Saved">Keys of the lines that were written; empty when nothing had changed.</param>
/// <param name="Conflicts">What the person has to decide.</param>
/// <param name="LastSave">What 「元に戻す」 would take back; <see langword="null"/> for nothing.</param>
internal sealed record SaveOutcome(
    ThemeSummary Summary,
    IReadOnlyDictionary<string, ItemState> Items,
    IReadOnlyList<string> Saved,
    IReadOnlyList<AnswerConflict> Conflicts,
    string? LastSave
);

/// <summary>How a theme stands after an undo.</summary>
/// <param name="Summary">Its summary.</param>
/// <param name="Items">Its lines by item key.</param>
/// <param name="Reverted">Keys of the lines that are as they were before the save.</param>
/// <param name="Kept">Keys of the lines that stayed because they changed since.</param>
internal sealed record UndoOutcome(
    ThemeSummary Summary,
    IReadOnlyDictionary<string, ItemState> Items,
    IReadOnlyList<string> Reverted,
    IReadOnlyList<string> Kept
);

/// <summary>One revision of a line.</summary>
internal sealed record Revision(ItemState State, bool IsUndo);

/// <summary>Where somebody is in the walk.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Group">Number of the role group.</param>
/// <param name="LastSave">Their newest save there, for 「元に戻す」.</param>
internal sealed record WalkPosition(ThemeId Theme, int Group, string? LastSave);
