using System.ComponentModel.DataAnnotations;
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
            if (FaultOf(Closures[i]) is { } fault)
            {
                yield return new($"{Section}:Closures:{i}: {fault}");
            }
        }
    }

    private static string? FaultOf(string closure)
    {
        try
        {
            LocalClosure.Parse(closure);
            return null;
        }
        catch (FormatException fault)
        {
            return fault.Message;
        }
    }
}
