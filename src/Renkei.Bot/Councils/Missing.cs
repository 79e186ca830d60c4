using System.Globalization;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Time;

namespace Renkei.Bot.Councils;

/// <summary>What is missing before a council, in words: what, who brings it, until when.</summary>
internal static class Missing
{
    /// <summary>e.g. 管内の課題をまとめた図表（保健所）12/14(月)まで. Plain text: what people wrote is not escaped yet.</summary>
    /// <param name="missing">The thing.</param>
    /// <param name="template">The council's kind.</param>
    /// <param name="today">The day it is now, Japan.</param>
    /// <param name="language">The reader's.</param>
    public static string Line(MissingThing missing, CouncilTemplate template, DateOnly today, Language language)
    {
        string line = What(missing, template).In(language);
        if (missing.Who.Length > 0)
        {
            string who = template.Worded(missing.Who, language);
            line = language == Language.Japanese ? $"{line}（{who}）" : $"{line} ({who})";
        }
        if (missing.Until is not { } until)
        {
            return line;
        }
        string day = TokyoTime.Brief(until, language);
        return language == Language.Japanese
            ? line + (until < today ? $" {day}まで・すぎています" : $" {day}まで")
            : line + (until < today ? $", was due {day}" : $", by {day}");
    }

    /// <summary>That a step is not complete.</summary>
    public static LocalText StepOpen(CouncilStep step)
    {
        LocalText name = CouncilTexts.StepName(step);
        return new($"次は「{name.Ja}」です。", $"Next: {name.En}.");
    }

    private static LocalText What(MissingThing missing, CouncilTemplate template)
    {
        switch (missing.Kind)
        {
            case MissingKind.Sector:
                LocalText name = (Sector.Find(missing.What) ?? Sector.Other).Name;
                return new($"{name.Ja}の方", $"Somebody from: {name.En}");
            case MissingKind.Date:
                return new("日程", "The date");
            case MissingKind.Sheets:
                int answers = int.Parse(missing.What, CultureInfo.InvariantCulture);
                return new(
                    $"事前シートの回答{missing.What}件",
                    $"{English.Count(answers, "answer")} to the information sheet"
                );
            default:
                return new(missing.What, template.Worded(missing.What, Language.English));
        }
    }
}
