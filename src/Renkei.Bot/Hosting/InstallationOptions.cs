using System.ComponentModel.DataAnnotations;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;

namespace Renkei.Bot.Hosting;

/// <summary>What this installation is about. Section <c>Renkei:Installation</c>.</summary>
internal sealed class InstallationOptions : IValidatableObject
{
    public const string Section = "Renkei:Installation";

    /// <summary>
    /// CSV of centres and municipalities (columns of the ministry's municipality code list and the centre). Empty means the sample
    /// prefecture, which is possible in Development only.
    /// </summary>
    public string OrganisationPath { get; set; } = "";

    /// <summary>Overlay files (R10) on top of the national playbook; paths, in any order. Default none.</summary>
    public IList<string> Overlays { get; } = [];

    /// <summary>Entra object ids of the first administrators. Without one nobody can be confirmed.</summary>
    public IList<string> Administrators { get; } = [];

    /// <summary>
    /// Days on which the offices are closed besides national holidays and the turn of the year: <c>2026-06-19 NAME</c>,
    /// <c>2026-08-13..2026-08-15 NAME</c> or <c>06-19 NAME</c> (every year). Default none.
    /// </summary>
    public IList<string> Closures { get; } = [];

    /// <summary>
    /// When meetings are proposed: <c>08:30-17:15</c> for all centres, <c>tobu 08:30-17:15</c> for one, with a break after it if it is another one
    /// than from 12:00 to 13:00: <c>tobu 08:30-17:15 12:15-13:00</c>. Default 9:00 to 17:15. Kinds of meeting with hours of their own keep them.
    /// </summary>
    public IList<string> OfficeHours { get; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        for (int i = 0; i < Administrators.Count; i++)
        {
            if (!Guid.TryParseExact(Administrators[i], "D", out _))
            {
                yield return new($"{Section}:Administrators:{i} is not an Entra object id.");
            }
        }
        for (int i = 0; i < Closures.Count; i++)
        {
            if (FaultOf(() => LocalClosure.Parse(Closures[i])) is { } fault)
            {
                yield return new($"{Section}:Closures:{i}: {fault}");
            }
        }
        for (int i = 0; i < OfficeHours.Count; i++)
        {
            if (FaultOf(() => new OfficeHours([OfficeHours[i]])) is { } fault)
            {
                yield return new($"{Section}:OfficeHours:{i}: {fault}");
            }
        }
    }

    private static string? FaultOf(Func<object> read)
    {
        try
        {
            read();
            return null;
        }
        catch (FormatException fault)
        {
            return fault.Message;
        }
    }
}
