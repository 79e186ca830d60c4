using Renkei.Bot.Files;
using Renkei.Domain;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Renkei.Bot.Playbooks;

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
        try
        {
            stream.Load(reader);
        }
        catch (YamlException e)
        {
            Fault(e.Start, new($"YAML の書き方の誤りです（{e.Message}）。", $"This is not YAML: {e.Message}"));
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
}
