using Renkei.Domain.Themes;

namespace Renkei.Domain.Councils;

/// <summary>The kinds of meeting that can be prepared. Immutable; read once at start.</summary>
public sealed class CouncilTemplates
{
    /// <summary>Takes the templates in the order in which they are offered.</summary>
    /// <exception cref="ArgumentException">
    /// Two have one code; or in one, tasks or reminders do not run towards the meeting, or the agenda is longer than the usual hours.
    /// </exception>
    public CouncilTemplates(IReadOnlyList<CouncilTemplate> all)
    {
        All = all;
        if (all.Select(t => t.Code).Distinct().Count() != all.Count)
        {
            throw new ArgumentException("Two kinds of meeting have one code.", nameof(all));
        }
        foreach (CouncilTemplate template in all)
        {
            if (!template.Tasks.Select(t => t.Lead).SequenceEqual(template.Tasks.Select(t => t.Lead).OrderDescending()))
            {
                throw new ArgumentException($"The tasks of {template.Code} are not in order.", nameof(all));
            }
            if (!template.Reminders.SequenceEqual(template.Reminders.Distinct().OrderDescending()))
            {
                throw new ArgumentException($"The reminders of {template.Code} are not in order.", nameof(all));
            }
            if (template.Length > template.Hours.To.ToTimeSpan() - template.Hours.From.ToTimeSpan())
            {
                throw new ArgumentException($"The agenda of {template.Code} does not fit its hours.", nameof(all));
            }
        }
    }

    /// <summary>In the order in which they are offered.</summary>
    public IReadOnlyList<CouncilTemplate> All { get; }

    /// <summary>The kind of a stored code, or <see langword="null"/> where there is none of it.</summary>
    public CouncilTemplate? Find(string code) => All.FirstOrDefault(t => t.Code == code);

    /// <summary>All kinds, those made for a theme's field first.</summary>
    public IReadOnlyList<CouncilTemplate> OfferedFor(ThemeField field) =>
        [.. All.OrderBy(t => t.Fields.Contains(field) ? 0 : 1)];
}
