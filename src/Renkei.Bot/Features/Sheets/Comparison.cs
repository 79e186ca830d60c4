using System.Text;
using Renkei.Domain.Councils;

namespace Renkei.Bot.Features.Sheets;

/// <summary>The answers side by side, cut into parts that fit a card each: question by question, and a question over several parts where many answered.</summary>
/// <param name="Parts">At least one, each with at least one block.</param>
internal sealed record Comparison(IReadOnlyList<IReadOnlyList<ComparedQuestion>> Parts)
{
    /// <summary>Longest piece of an answer in the table, in characters; the whole is read by itself.</summary>
    public const int LongestShown = 160;

    // What the texts of a part may take in UTF-8: the table says them, and what stands in for it says them again.
    private const int BytesOfPart = 6_000;
    private const int BytesOfRow = 130;

    /// <summary>Lays the answers side by side.</summary>
    /// <param name="council">The council with its sheet.</param>
    /// <param name="answers">By participant.</param>
    public static Comparison Of(Council council, IReadOnlyDictionary<string, SheetAnswer> answers)
    {
        Participant[] answered = [.. council.AskedForSheet().Where(p => answers.ContainsKey(p.Id))];
        List<IReadOnlyList<ComparedQuestion>> parts = [];
        List<ComparedQuestion> part = [];
        int room = BytesOfPart;
        for (int n = 0; n < council.Sheet!.Questions.Count; n++)
        {
            List<ComparedAnswer> rows = [];
            room -= Encoding.UTF8.GetByteCount(council.Sheet.Questions[n]) + BytesOfRow;
            foreach (Participant participant in answered)
            {
                ComparedAnswer row = ComparedAnswer.Of(participant, answers[participant.Id], n);
                if (row.Text.Length == 0)
                {
                    continue;
                }
                if (row.Bytes > room && (part.Count > 0 || rows.Count > 0))
                {
                    Close(n, rows);
                }
                room -= row.Bytes;
                rows.Add(row);
            }
            Add(n, rows);
        }
        if (part.Count > 0)
        {
            parts.Add(part);
        }
        return new(parts);

        void Add(int question, List<ComparedAnswer> rows)
        {
            // A question nobody answered is shown as such, once.
            if (rows.Count > 0 || parts.Concat([part]).All(p => p.All(q => q.Number != question + 1)))
            {
                part.Add(new(question + 1, council.Sheet!.Questions[question], [.. rows]));
            }
        }

        void Close(int question, List<ComparedAnswer> rows)
        {
            if (rows.Count > 0)
            {
                Add(question, rows);
            }
            rows.Clear();
            if (part.Count > 0)
            {
                parts.Add(part);
            }
            part = [];
            room = BytesOfPart - Encoding.UTF8.GetByteCount(council.Sheet!.Questions[question]) - BytesOfRow;
        }
    }

    /// <summary>What one row takes, its names and marks included.</summary>
    internal static int BytesOf(string label, string text) =>
        Encoding.UTF8.GetByteCount(label) + Encoding.UTF8.GetByteCount(text) + BytesOfRow;
}

/// <summary>A question with some of its answers.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Question">As it is stored.</param>
/// <param name="Answers">Of those who wrote something, in the order of the participants.</param>
internal sealed record ComparedQuestion(int Number, string Question, IReadOnlyList<ComparedAnswer> Answers);

/// <summary>One answer to one question.</summary>
/// <param name="Label">Who answered.</param>
/// <param name="Text">What; shortened where it is long.</param>
internal sealed record ComparedAnswer(string Label, string Text)
{
    public int Bytes => Comparison.BytesOf(Label, Text);

    public static ComparedAnswer Of(Participant participant, SheetAnswer answer, int question)
    {
        string text = question < answer.Answers.Count ? answer.Answers[question] : "";
        return new(
            participant.Label,
            text.Length <= Comparison.LongestShown ? text : $"{text[..(Comparison.LongestShown - 1)]}…"
        );
    }
}
