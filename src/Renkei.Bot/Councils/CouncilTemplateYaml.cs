using Renkei.Bot.Files;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Themes;

namespace Renkei.Bot.Councils;

/// <summary>The kinds of meeting as the file writes them. What is wrong becomes a fault of its source.</summary>
internal sealed class CouncilTemplateYaml
{
    private static readonly int[] UsualReminders = [20, 10, 5, 1, 0];

    private readonly Dictionary<string, LocalText> tasks = [];

    private CouncilTemplateYaml() { }

    /// <summary>The kinds that can be read, in the order of the file.</summary>
    public static IReadOnlyList<CouncilTemplate> Read(YamlFields root)
    {
        root.AllowOnly("tasks", "kinds");
        CouncilTemplateYaml file = new();
        file.ReadTasks(root);
        List<CouncilTemplate> kinds = [];
        HashSet<string> codes = [];
        foreach (YamlFields kind in root.List("kinds"))
        {
            if (CodeOf(kind, codes) is { } code && file.Kind(kind, code) is { } template)
            {
                kinds.Add(template);
            }
        }
        return kinds;
    }

    private void ReadTasks(YamlFields root)
    {
        HashSet<string> codes = [];
        foreach (YamlFields task in root.List("tasks"))
        {
            task.AllowOnly("code", "ja", "en");
            LocalText? text = task.Both(CouncilLimits.LineJa, CouncilLimits.LineEn);
            if (CodeOf(task, codes) is { } code && text is not null)
            {
                tasks.Add(code, text);
            }
        }
    }

    private static string? CodeOf(YamlFields entry, HashSet<string> taken)
    {
        if (entry.Text("code", CouncilLimits.Code) is not { } code)
        {
            return null;
        }
        if (code.Length < 2 || !code.All(c => char.IsAsciiLetterLower(c) || c == '-'))
        {
            entry.Fault(
                "code",
                new("code は半角の小文字とハイフン、2字以上です。", "A code is made of a-z and -, two at least.")
            );
            return null;
        }
        if (!taken.Add(code))
        {
            entry.Fault("code", new($"{code} は二度あります。", $"The code {code} stands twice."));
            return null;
        }
        return code;
    }

    private CouncilTemplate? Kind(YamlFields kind, string code)
    {
        kind.AllowOnly(
            "code",
            "ja",
            "en",
            "purpose",
            "fields",
            "hours",
            "participants",
            "agenda",
            "papers",
            "tasks",
            "reminders",
            "steps",
            "serves",
            "sources"
        );
        LocalText? name = kind.Both(CouncilLimits.NameJa, CouncilLimits.NameEn);
        LocalText? purpose = Purpose(kind);
        UsualHours? hours = Hours(kind);
        IReadOnlyList<AgendaItem> agenda = Agenda(kind, hours);
        // All parts are read before anything is given up, so that one reading finds all faults.
        IReadOnlyList<ThemeField> fields = kind.Named("fields", ThemeField.Find);
        IReadOnlyList<UsualParticipant> participants = Participants(kind);
        IReadOnlyList<UsualPaper> papers = Papers(kind);
        IReadOnlyList<TaskTemplate> preparation = Tasks(kind);
        IReadOnlyList<int> reminders = Reminders(kind);
        IReadOnlyList<LocalText> steps = Steps(kind);
        IReadOnlyList<ItemId> serves = Serves(kind);
        IReadOnlyList<Source> sources = Sources(kind);
        return name is null || purpose is null || hours is null
            ? null
            : new CouncilTemplate
            {
                Code = code,
                Name = name,
                Purpose = purpose,
                Fields = fields,
                Hours = hours,
                Participants = participants,
                Agenda = agenda,
                Papers = papers,
                Tasks = preparation,
                Reminders = reminders,
                Steps = steps,
                Serves = serves,
                Sources = sources,
            };
    }

    private static LocalText? Purpose(YamlFields kind)
    {
        YamlFields? purpose = kind.Fields("purpose");
        purpose?.AllowOnly("ja", "en");
        return purpose?.Both(CouncilLimits.LineJa, CouncilLimits.LineEn);
    }

    private static UsualHours? Hours(YamlFields kind)
    {
        if (kind.Fields("hours") is not { } hours)
        {
            return null;
        }
        hours.AllowOnly("from", "to", "ja", "en");
        TimeOnly? from = hours.Time("from");
        TimeOnly? to = hours.Time("to");
        LocalText? why = Phrase(hours);
        if (from is null || to is null || why is null)
        {
            return null;
        }
        if (to <= from)
        {
            hours.Fault("to", new("終わりが始まりより前です。", "It ends before it begins."));
            return null;
        }
        return new(from.Value, to.Value, why);
    }

    private static List<AgendaItem> Agenda(YamlFields kind, UsualHours? hours)
    {
        List<AgendaItem> agenda = [];
        foreach (YamlFields point in Listed(kind, "agenda"))
        {
            point.AllowOnly("minutes", "ja", "en");
            int? minutes = point.Number("minutes", CouncilLimits.ShortestPoint, CouncilLimits.LongestPoint);
            if (Phrase(point) is { } text && minutes is { } known)
            {
                agenda.Add(new(text, known));
            }
        }
        int length = agenda.Sum(a => a.Minutes);
        if (hours is not null && length > (hours.To - hours.From).TotalMinutes)
        {
            kind.Fault(
                "agenda",
                new(
                    $"次第は合わせて {length} 分で、時間帯に収まりません。",
                    $"The agenda takes {length} minutes, more than the hours hold."
                )
            );
        }
        return agenda;
    }

    private static List<UsualParticipant> Participants(YamlFields kind)
    {
        List<UsualParticipant> participants = [];
        foreach (YamlFields participant in Listed(kind, "participants"))
        {
            participant.AllowOnly("sector", "needed", "ja", "en");
            Sector? sector = participant.One("sector", Sector.Find);
            bool needed = participant.Flag("needed");
            if (Phrase(participant) is { } who && sector is not null)
            {
                participants.Add(new(sector, who, needed));
            }
        }
        return participants;
    }

    private static List<UsualPaper> Papers(YamlFields kind)
    {
        List<UsualPaper> papers = [];
        foreach (YamlFields paper in Listed(kind, "papers"))
        {
            paper.AllowOnly("by", "ja", "en");
            Sector? by = paper.One("by", Sector.Find);
            if (Phrase(paper) is { } text && by is not null)
            {
                papers.Add(new(text, by));
            }
        }
        return papers;
    }

    private List<TaskTemplate> Tasks(YamlFields kind)
    {
        List<TaskTemplate> preparation = [];
        foreach (YamlFields entry in Listed(kind, "tasks"))
        {
            entry.AllowOnly("task", "lead");
            LocalText? text = entry.One("task", tasks.GetValueOrDefault);
            int? lead = entry.Number("lead", 0, TaskTemplate.LongestLead);
            if (text is null || lead is not { } days)
            {
                continue;
            }
            TaskTemplate task = new(entry.Text("task", CouncilLimits.Code)!, text, days);
            if (preparation.Exists(t => t.Code == task.Code))
            {
                entry.Fault("task", new($"{task.Code} は二度あります。", $"The task {task.Code} stands twice."));
            }
            else if (preparation.Count > 0 && preparation[^1].Lead < days)
            {
                entry.Fault(
                    "lead",
                    new("準備は早いものから順に並べてください。", "Tasks are listed with the earliest first.")
                );
            }
            else
            {
                preparation.Add(task);
            }
        }
        return preparation;
    }

    private static IReadOnlyList<int> Reminders(YamlFields kind)
    {
        if (!kind.Has("reminders"))
        {
            return UsualReminders;
        }
        IReadOnlyList<int> reminders = kind.Numbers("reminders", 0, TaskTemplate.LongestLead);
        if (!reminders.SequenceEqual(reminders.Distinct().OrderDescending()))
        {
            kind.Fault(
                "reminders",
                new(
                    "リマインダーは早いものから順に、一度ずつです。",
                    "Reminders are listed once each, the earliest first."
                )
            );
        }
        return reminders;
    }

    private static List<LocalText> Steps(YamlFields kind)
    {
        List<LocalText> steps = [];
        foreach (YamlFields step in kind.List("steps"))
        {
            step.AllowOnly("ja", "en");
            if (step.Both(CouncilLimits.LineJa, CouncilLimits.LineEn) is { } text)
            {
                steps.Add(text);
            }
        }
        return steps;
    }

    private static IReadOnlyList<ItemId> Serves(YamlFields kind)
    {
        IReadOnlyList<int> numbers = kind.Numbers("serves", 1, 35);
        if (!numbers.SequenceEqual(numbers.Distinct().Order()))
        {
            kind.Fault(
                "serves",
                new("表1の番号は小さい順に、一度ずつです。", "Lines of 表1 are listed once each, in ascending order.")
            );
        }
        return [.. numbers.Select(ItemId.National)];
    }

    private static List<Source> Sources(YamlFields kind)
    {
        List<Source> sources = [];
        foreach (YamlFields entry in Listed(kind, "sources"))
        {
            entry.AllowOnly("document", "place");
            SourceDocument? document = entry.One("document", SourceDocument.Find);
            if (entry.Text("place", CouncilLimits.Place) is { } place && document is not null)
            {
                sources.Add(new(document, place));
            }
        }
        return sources;
    }

    private static LocalText? Phrase(YamlFields entry) => entry.Both(CouncilLimits.PhraseJa, CouncilLimits.PhraseEn);

    // What a kind of meeting cannot do without.
    private static IReadOnlyList<YamlFields> Listed(YamlFields kind, string key)
    {
        IReadOnlyList<YamlFields> listed = kind.List(key);
        if (listed.Count == 0)
        {
            kind.Fault(key, new($"「{key}」に一つ以上書いてください。", $"\"{key}\" must list one at least."));
        }
        return listed;
    }
}
