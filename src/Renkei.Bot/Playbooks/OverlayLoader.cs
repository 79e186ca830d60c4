using System.Text;
using Renkei.Bot.Files;
using Renkei.Domain.Places;
using Renkei.Domain.Playbooks;

namespace Renkei.Bot.Playbooks;

/// <summary>Reads what prefectures and centres put on top of the national playbook (R10).</summary>
public static class OverlayLoader
{
    /// <summary>Reads every <c>.yaml</c> and <c>.yml</c> of a folder, not of folders in it.</summary>
    /// <exception cref="OverlayException">At least one file is faulty.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static PlaybookSet LoadFolder(string folder, Playbook national, Organisation organisation) =>
        Load(
            [
                .. Directory
                    .EnumerateFiles(folder)
                    .Where(f => Path.GetExtension(f).ToUpperInvariant() is ".YAML" or ".YML")
                    .Order(StringComparer.Ordinal),
            ],
            national,
            organisation
        );

    /// <summary>Reads files, in UTF-8, and lays them over the national playbook: a prefecture's first, then its centres'.</summary>
    /// <exception cref="OverlayException">At least one file is faulty; all faults of all files are in it.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static PlaybookSet Load(IReadOnlyList<string> paths, Playbook national, Organisation organisation)
    {
        OverlayFile[] files = [.. paths.Select(p => Open(p, organisation))];
        RefuseSecond(files);
        Dictionary<string, (Playbook Seen, OverlayFile File)> prefectures = [];
        List<Overlay> overlays = [];
        foreach (OverlayFile file in files)
        {
            if (file.Scope is OverlayScope.OfPrefecture prefecture)
            {
                Overlay overlay = file.Over(national);
                overlays.Add(overlay);
                prefectures.TryAdd(prefecture.Code, (overlay.On(national), file));
            }
        }
        foreach (OverlayFile file in files)
        {
            if (file.Scope is OverlayScope.OfCentre centre && organisation.FindCentre(centre.Code) is { } known)
            {
                Playbook below = prefectures.TryGetValue(known.PrefectureCode, out var over) ? over.Seen : national;
                overlays.Add(file.Over(below));
            }
        }
        FileFault[] faults = [.. files.SelectMany(f => f.Faults.OrderBy(x => x.Line).ThenBy(x => x.Column))];
        return faults.Length == 0 ? new(national, organisation, overlays) : throw new OverlayException(faults);
    }

    private static OverlayFile Open(string path, Organisation organisation)
    {
        using StreamReader reader = new(path, Encoding.UTF8);
        return OverlayFile.Read(Path.GetFileName(path), reader, organisation);
    }

    private static void RefuseSecond(IEnumerable<OverlayFile> files)
    {
        Dictionary<OverlayScope, OverlayFile> first = [];
        foreach (OverlayFile file in files)
        {
            if (file.Scope is { } scope && !first.TryAdd(scope, file))
            {
                file.SecondFor(first[scope]);
            }
        }
    }
}
