using System.Globalization;
using Renkei.Bot.Checklists;
using Renkei.Bot.Conversation;
using Renkei.Domain;
using Renkei.Domain.Checklists;
using Renkei.Domain.People;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Text;
using Texts = Renkei.Bot.Features.Checklist.ChecklistTexts;

namespace Renkei.Bot.Features.Checklist;

/// <summary>What a person filled in on the card of a role group, read and checked line by line.</summary>
/// <param name="Lines">The lines the card had, in order.</param>
internal sealed record AnswerForm(IReadOnlyList<AnswerLine> Lines)
{
    /// <summary>Whether anything has to be corrected before it can be saved.</summary>
    public bool HasErrors => Lines.Any(l => l.Error is not null);

    /// <summary>
    /// Whether more was sent than the inputs take. Teams keeps to their lengths, so nobody typed it; a card could not give it back.
    /// </summary>
    public bool IsOversized =>
        Lines.Sum(l => l.Mine.FreeText.Length)
        > Lines.Count * (Answer.NoteLength + Answer.ReasonLength + NextStep.WhatLength + 20);

    /// <summary>The lines as edits, for saving.</summary>
    public IReadOnlyList<AnswerEdit> Edits => [.. Lines.Select(l => new AnswerEdit(l.Item.Id, l.SeenRevision, l.Mine))];

    /// <summary>The same without what may tell who a patient is.</summary>
    public AnswerForm WithoutPersonalData() =>
        new([
            .. Lines.Select(l =>
                l with
                {
                    Mine = l.Mine with
                    {
                        Reason = PersonalData.Remove(l.Mine.Reason),
                        Note = PersonalData.Remove(l.Mine.Note),
                        NextStep = l.Mine.NextStep is { } step
                            ? step with
                            {
                                What = PersonalData.Remove(step.What),
                            }
                            : null,
                    },
                }
            ),
        ]);

    /// <summary>Reads the inputs of a group. A line whose state is not among them was not on the card and is left out.</summary>
    /// <param name="form">The action.</param>
    /// <param name="group">The group.</param>
    /// <param name="members">Who may be given a next step.</param>
    public static AnswerForm Read(ActionForm form, RoleGroup group, IReadOnlyList<PersonRef> members)
    {
        Dictionary<string, int> seen = SeenRevisions(form.Text("r"));
        List<AnswerLine> lines = [];
        foreach (PlaybookItem item in group.Items)
        {
            if (form.Text(Inputs.Status(item.Id)) is { } status)
            {
                lines.Add(ReadLine(form, item, status, seen.GetValueOrDefault(item.Id.Key), members));
            }
        }
        return new(lines);
    }

    /// <summary>The revisions a card shows, for its data: <c>08:3 09:0</c>.</summary>
    public static string WriteRevisions(IEnumerable<(ItemId Item, int Revision)> revisions) =>
        string.Join(
            ' ',
            revisions.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Item.Key}:{r.Revision}"))
        );

    /// <summary>Reads what <see cref="WriteRevisions"/> wrote; what is damaged counts as never seen.</summary>
    public static Dictionary<string, int> SeenRevisions(string? text)
    {
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        foreach (string pair in (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int colon = pair.IndexOf(':', StringComparison.Ordinal);
            if (
                colon > 0
                && int.TryParse(
                    pair.AsSpan(colon + 1),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out int revision
                )
            )
            {
                seen[pair[..colon]] = revision;
            }
        }
        return seen;
    }

    private static AnswerLine ReadLine(
        ActionForm form,
        PlaybookItem item,
        string statusCode,
        int seenRevision,
        IReadOnlyList<PersonRef> members
    )
    {
        LocalText? error = null;
        ItemStatus status = ItemStatuses.FromCode(statusCode) ?? Fail<ItemStatus>(Texts.StatusError);
        string reason = Limited(form.Text(Inputs.Reason(item.Id)), Answer.ReasonLength);
        string note = Limited(form.Text(Inputs.Note(item.Id)), Answer.NoteLength);
        DateOnly? date = ReadDate(form.Text(Inputs.Date(item.Id)));
        string what = Limited(form.Text(Inputs.Step(item.Id)), NextStep.WhatLength);
        DateOnly? due = ReadDate(form.Text(Inputs.Due(item.Id)));
        string whoId = form.Text(Inputs.Who(item.Id)) ?? "";
        PersonRef? who = whoId is "" or Inputs.NoOne ? null : members.FirstOrDefault(m => m.ObjectId == whoId);
        if (status == ItemStatus.NotApplicable && reason.Length == 0)
        {
            Fail<string>(Texts.ReasonMissing);
        }
        if (who is null && whoId is not ("" or Inputs.NoOne))
        {
            Fail<string>(Texts.NotAMember);
        }
        if (what.Length == 0 && (due is not null || who is not null))
        {
            Fail<string>(Texts.StepMissing);
        }
        // A reason typed before another state was chosen is not kept: it would say nothing.
        string kept = status == ItemStatus.NotApplicable ? reason : "";
        NextStep? step = what.Length == 0 && due is null && who is null ? null : new(what, due, who);
        return new(item, seenRevision, new(status, kept, note, date, step), error);

        T? Fail<T>(LocalText why)
        {
            error ??= why;
            return default;
        }

        string Limited(string? text, int length) =>
            text is null ? ""
            : text.Length <= length ? text
            : Keep(text);

        // The card has to give back what was typed, even when it is too long to be stored.
        string Keep(string text)
        {
            Fail<string>(Texts.TooLong);
            return text;
        }

        DateOnly? ReadDate(string? text) =>
            string.IsNullOrEmpty(text) ? null
            : DateOnly.TryParseExact(
                text,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out DateOnly day
            )
                ? day
            : Fail<DateOnly?>(Texts.BadDate);
    }
}

/// <summary>One line as it was filled in.</summary>
/// <param name="Item">The line.</param>
/// <param name="SeenRevision">The revision the card showed.</param>
/// <param name="Mine">What was filled in, also where it cannot be saved.</param>
/// <param name="Error">Why it cannot be saved; <see langword="null"/> when it can.</param>
internal sealed record AnswerLine(PlaybookItem Item, int SeenRevision, Answer Mine, LocalText? Error);

/// <summary>Ids of the inputs of a line.</summary>
internal static class Inputs
{
    /// <summary>The choice of nobody: a ChoiceSet cannot send an empty value.</summary>
    public const string NoOne = "-";

    public static string Status(ItemId item) => $"in_s_{item.Key}";

    public static string Reason(ItemId item) => $"in_r_{item.Key}";

    public static string Note(ItemId item) => $"in_n_{item.Key}";

    public static string Date(ItemId item) => $"in_d_{item.Key}";

    public static string Step(ItemId item) => $"in_x_{item.Key}";

    public static string Due(ItemId item) => $"in_u_{item.Key}";

    public static string Who(ItemId item) => $"in_w_{item.Key}";
}
