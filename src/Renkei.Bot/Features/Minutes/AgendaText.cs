using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Texts = Renkei.Bot.Features.Minutes.DayTexts;

namespace Renkei.Bot.Features.Minutes;

/// <summary>An agenda as people type it: a line for each point, its minutes first.</summary>
internal static partial class AgendaText
{
    /// <summary>Longest text taken, in characters.</summary>
    public const int LongestText = 1_200;

    private const int Shortest = 5;
    private const int Longest = 240;
    private const int PointLength = 60;

    /// <summary>An agenda as lines, in the reader's language.</summary>
    public static string Write(BotTurn turn, CouncilView view) =>
        string.Join('\n', view.Council.Agenda.Select(p => $"{p.Minutes} {view.Worded(turn, p.Text)}"));

    /// <summary>Reads lines; empty ones do not count.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="view">The council whose agenda was shown.</param>
    /// <param name="text">What was typed, in any width.</param>
    /// <returns>The points, or what is wrong.</returns>
    public static (IReadOnlyList<AgendaPoint> Points, LocalText? Error) Read(
        BotTurn turn,
        CouncilView view,
        string text
    )
    {
        List<AgendaPoint> points = [];
        int number = 0;
        foreach (string line in text.Split('\n', StringSplitOptions.TrimEntries))
        {
            number++;
            if (line.Length == 0)
            {
                continue;
            }
            Match match = Form.Match(line);
            if (
                !match.Success
                || !int.TryParse(
                    match.Groups["minutes"].Value.Normalize(NormalizationForm.FormKC),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out int minutes
                )
                || minutes is < Shortest or > Longest
                || match.Groups["text"].Length > PointLength
            )
            {
                return ([], Texts.AgendaLineError(number));
            }
            points.Add(new(StoredOf(turn, view, match.Groups["text"].Value), minutes));
        }
        return points.Count > Council.MostAgendaPoints ? ([], Texts.TooManyPoints) : (points, null);
    }

    /// <summary>A short name of an agenda.</summary>
    public static string VersionOf(Council council) =>
        ShownVersion.Of(council.Agenda.Select(p => $"{p.Minutes} {p.Text}"));

    private static string StoredOf(BotTurn turn, CouncilView view, string typed) =>
        view.Council.Agenda.FirstOrDefault(p => view.Worded(turn, p.Text) == typed)?.Text ?? typed;

    [GeneratedRegex(
        @"\A(?<minutes>\d{1,3})\s*(?:分|min\.?|minutes)?\s*[:：、]?\s*(?<text>\S.*)\z",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Form { get; }
}
