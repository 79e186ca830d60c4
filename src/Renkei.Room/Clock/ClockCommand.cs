using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Renkei.Room.Clock;

/// <summary>
/// What somebody types to move the clock: 「時間を進める 3日」「2時間進める」「次の通知まで」, "advance 3 days". The room takes it itself; the bot
/// never hears of it, because it does not know that its time is the room's.
/// </summary>
/// <param name="Step">How far to move on; <see langword="null"/> for the next reminder.</param>
internal sealed partial record ClockCommand(TimeSpan? Step)
{
    /// <summary>The longest step: a year.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>Reads what was typed; <see langword="null"/> where it is meant for the bot.</summary>
    public static ClockCommand? Read(string text)
    {
        // Full width and half width are typed alike; polite endings do not matter.
        string typed = text.Normalize(NormalizationForm.FormKC).Trim().TrimEnd('。', '.', '!');
        if (ToNext.IsMatch(typed))
        {
            return new(Step: null);
        }
        Match match = Advance.Match(typed);
        if (!match.Success)
        {
            return null;
        }
        string amount = match.Groups["n"].Value;
        string unit = match.Groups["unit"].Value;
        if (unit.Length == 0)
        {
            return new(TimeSpan.FromDays(1));
        }
        int count = amount.Length == 0 ? 1 : int.Parse(amount, CultureInfo.InvariantCulture);
        // Hours, days or weeks; a number no clock can show is no step.
        TimeSpan step = TimeSpan.FromHours((double)count * HoursIn(unit));
        return step > TimeSpan.Zero && step <= Longest ? new(step) : null;
    }

    private static int HoursIn(string unit) =>
        unit[0] switch
        {
            '時' or 'h' or 'H' => 1,
            '日' or 'd' or 'D' => 24,
            _ => 7 * 24,
        };

    [GeneratedRegex(
        @"\A(?:(?:時間|時計|日付)を?\s*)?(?:(?<n>[0-9]{1,4})\s*(?<unit>日|時間|週間?)\s*(?:だけ)?\s*進め(?:る|て|てください|ます)|進め(?:る|て|てください|ます)\s*(?:(?<n>[0-9]{1,4})\s*(?<unit>日|時間|週間?))?)\z|\A(?:advance|move)\s+(?:the\s+clock\s+)?(?:by\s+|on\s+)?(?:(?<n>[0-9]{1,4})|an?|one)\s*(?<unit>hours?|days?|weeks?)\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Advance { get; }

    [GeneratedRegex(
        @"\A(?:(?:時間|時計)を?\s*)?次の(?:通知|リマインダー|お知らせ)まで\s*(?:進め(?:る|て|てください|ます))?\z|\A(?:advance\s+)?to\s+(?:the\s+)?next\s+(?:notice|reminder|notification)\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex ToNext { get; }
}
