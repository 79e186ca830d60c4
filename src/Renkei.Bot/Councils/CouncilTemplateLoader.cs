using System.Text;
using Renkei.Bot.Files;
using Renkei.Domain.Councils;

namespace Renkei.Bot.Councils;

/// <summary>Reads the kinds of meeting that are part of the program.</summary>
public static class CouncilTemplateLoader
{
    private const string File = "templates.yaml";

    /// <summary>The 13 kinds of meeting. Reads the program's own resource; keep the result.</summary>
    /// <exception cref="InvalidDataException">The program was built with a faulty file; the message lists every fault with its line.</exception>
    public static CouncilTemplates Load()
    {
        using Stream resource =
            typeof(CouncilTemplateLoader).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidDataException($"{File} is not part of this build.");
        using StreamReader reader = new(resource, Encoding.UTF8);
        return Load(File, reader);
    }

    /// <summary>Reads another file.</summary>
    /// <exception cref="InvalidDataException">It is faulty; the message lists every fault with its line.</exception>
    internal static CouncilTemplates Load(string name, TextReader reader)
    {
        YamlSource source = new(name);
        IReadOnlyList<CouncilTemplate> kinds = source.Read(reader) is { } root ? CouncilTemplateYaml.Read(root) : [];
        return source.Faults.Count == 0
            ? new(kinds)
            : throw new InvalidDataException(
                string.Join(Environment.NewLine, source.Faults.OrderBy(f => f.Line).ThenBy(f => f.Column))
            );
    }
}
