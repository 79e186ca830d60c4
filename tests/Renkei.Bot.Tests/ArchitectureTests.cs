using System.Text.RegularExpressions;
using Renkei.Bot.Tests.Play;

namespace Renkei.Bot.Tests;

/// <summary>
/// The arrows between the bot's rooms, read from its sources: a feature knows the rooms and no other feature, no room knows a feature,
/// and only the host knows all.
/// </summary>
public sealed partial class ArchitectureTests
{
    private static readonly string[] KnowAll = ["Hosting", "Trial", "Program"];

    private static readonly string Bot = Path.Combine(SourceTree.Root, "src", "Renkei.Bot");

    [Fact]
    public void Features_KnowNoOtherFeature()
    {
        string[] breaches =
        [
            .. Sources()
                .SelectMany(source =>
                    source
                        .Features.Where(feature =>
                            source.Room != $"Features/{feature}" && !KnowAll.Contains(source.Room)
                        )
                        .Select(feature => $"{source.Path} knows Features.{feature}")
                ),
        ];

        Assert.Empty(breaches);
    }

    [Fact]
    public void Features_HaveTheSameCast()
    {
        string[] without =
        [
            .. Directory
                .EnumerateDirectories(Path.Combine(Bot, "Features"))
                .Where(folder => !Directory.EnumerateFiles(folder, "*Feature.cs").Any())
                .Select(folder => Path.GetFileName(folder)),
        ];

        Assert.Empty(without);
        Assert.True(Sources().Count > 100);
    }

    private static List<(string Path, string Room, IReadOnlyList<string> Features)> Sources()
    {
        return
        [
            .. Directory
                .EnumerateFiles(Bot, "*.cs", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Bot, file).Replace('\\', '/'))
                .Where(path =>
                    !path.StartsWith("obj/", StringComparison.Ordinal)
                    && !path.StartsWith("bin/", StringComparison.Ordinal)
                )
                .Select(path =>
                    (
                        path,
                        RoomOf(path),
                        (IReadOnlyList<string>)
                            [
                                .. FeatureName
                                    .Matches(File.ReadAllText(Path.Combine(Bot, path)))
                                    .Select(m => m.Groups[1].Value)
                                    .Distinct(),
                            ]
                    )
                ),
        ];
    }

    private static string RoomOf(string path)
    {
        string[] parts = path.Split('/');
        return parts is ["Features", var feature, ..] ? $"Features/{feature}"
            : parts.Length > 1 ? parts[0]
            : Path.GetFileNameWithoutExtension(path);
    }

    [GeneratedRegex(@"Renkei\.Bot\.Features\.(\w+)")]
    private static partial Regex FeatureName { get; }
}
