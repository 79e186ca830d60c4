using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Renkei.Domain.Invitations;

namespace Renkei.Domain.Tests.Invitations;

/// <summary>What the npm package <c>ical.js</c> reads in an invitation.</summary>
internal sealed record ParsedInvitation(
    string Version,
    string Method,
    int Events,
    string Zone,
    string Uid,
    int Sequence,
    string Status,
    DateTimeOffset Stamp,
    DateTimeOffset Start,
    DateTimeOffset End,
    string? Summary,
    string? Location,
    string? Description,
    string? Url,
    ParsedPerson Organizer,
    IReadOnlyList<ParsedPerson> Attendees
)
{
    /// <summary>Where the parser is installed, or <see langword="null"/>.</summary>
    public static string? Folder { get; } = Find(new(AppContext.BaseDirectory));

    /// <summary>Writes invitations and has the parser read them, in one process.</summary>
    public static Task<IReadOnlyList<ParsedInvitation>> ReadAsync(IEnumerable<Invitation> invitations) =>
        ReadFilesAsync(invitations.Select(ICalendarText.Write));

    /// <summary>Has the parser read files, in one process.</summary>
    public static async Task<IReadOnlyList<ParsedInvitation>> ReadFilesAsync(IEnumerable<byte[]> files)
    {
        using Process node = Process.Start(
            new ProcessStartInfo("node", ["read.cjs"])
            {
                WorkingDirectory = Folder!,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                StandardOutputEncoding = Encoding.UTF8,
            }
        )!;
        string[] texts = [.. files.Select(Encoding.UTF8.GetString)];
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(texts));
        node.StandardInput.Close();
        string output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.Equal(0, node.ExitCode);
        return JsonSerializer.Deserialize<ParsedInvitation[]>(output, JsonSerializerOptions.Web)!;
    }

    private static string? Find(DirectoryInfo? at)
    {
        for (; at is not null; at = at.Parent)
        {
            string folder = Path.Combine(at.FullName, "tests", "icalendar");
            if (Directory.Exists(Path.Combine(folder, "node_modules", "ical.js")))
            {
                return folder;
            }
        }
        return null;
    }
}

/// <summary>An organiser or attendee as read.</summary>
internal sealed record ParsedPerson(string Address, string? Name, string? Role, string? Rsvp, string? Partstat);

/// <summary>A test with a parser that we did not write; says so when it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ParserFactAttribute : FactAttribute
{
    public ParserFactAttribute() =>
        Skip = ParsedInvitation.Folder is null
            ? "The iCalendar parser is not installed: run \"npm ci\" in tests/icalendar."
            : null!;
}
