using Renkei.Domain;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Renkei.Bot.Files;

/// <summary>A YAML file that is being read, and what was found wrong in it so far.</summary>
internal sealed class YamlSource(string file)
{
    private readonly List<FileFault> faults = [];

    /// <summary>In the order in which they were found.</summary>
    public IReadOnlyList<FileFault> Faults => faults;

    /// <summary>The file's only document, or <see langword="null"/> (and a fault) when it is not a YAML mapping.</summary>
    public YamlFields? Read(TextReader reader)
    {
        YamlStream stream = [];
        Scanner scanner = new(reader);
        try
        {
            stream.Load(new Parser(scanner));
        }
        catch (YamlException e)
        {
            // Some of YamlDotNet's own exceptions come without a place; the reading stopped close to it. A missing anchor
            // is noticed at the end only.
            bool placed = e.Start.Index > 0 || e is AnchorNotFoundException;
            NotYaml(placed ? e.Start : scanner.CurrentPosition, e.Message);
            return null;
        }
        // YamlDotNet 16.3 ends so on some files with a bracket or an alias in the wrong place.
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            NotYaml(scanner.CurrentPosition, "A bracket or a sign stands where it may not.");
            return null;
        }
        if (stream.Documents is [{ RootNode: YamlMappingNode root }])
        {
            return new(this, root);
        }
        Fault(
            stream.Documents is [_, { RootNode: var second }, ..] ? second.Start : new Mark(0, 1, 1),
            new(
                "ファイルには「項目: 値」の並びを一つだけ書いてください。",
                "The file must hold one mapping of keys to values."
            )
        );
        return null;
    }

    /// <summary>Notes a fault at a place.</summary>
    public void Fault(Mark at, LocalText reason) =>
        faults.Add(new(file, checked((int)at.Line), checked((int)at.Column), reason));

    private void NotYaml(Mark at, string reason) =>
        Fault(
            at,
            new(
                "YAML として読めません。字下げ（タブは使えません）、括弧、引用符を確かめてください。",
                $"This is not YAML: {reason}"
            )
        );
}
