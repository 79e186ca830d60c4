namespace Renkei.AppPackage.Checks;

/// <summary>Command menus: one list per scope the bot has, at most twelve commands, each title once.</summary>
public static class CommandCheck
{
    private const int MostLists = 3;
    private const int MostCommands = 12;

    /// <summary>The faults of the bot's command lists.</summary>
    public static IEnumerable<Fault> Check(TeamsPackage package, Manifest manifest)
    {
        string[] botScopes = [.. manifest.Under("bots[*].scopes[*]").Select(scope => scope.Value)];
        ILookup<string, ManifestString> lists = manifest
            .Under("bots[*].commandLists[*].commands[*].title")
            .ToLookup(title => title.Path[..title.Path.LastIndexOf(".commands[", StringComparison.Ordinal)]);

        if (lists.Count > MostLists)
        {
            yield return Wrong(
                "bots[0].commandLists",
                $"一覧は {MostLists} 個までです。",
                $"At most {MostLists} lists are allowed."
            );
        }
        foreach (IGrouping<string, ManifestString> list in lists)
        {
            if (list.Count() > MostCommands)
            {
                yield return Wrong(
                    list.Key,
                    $"コマンドは {MostCommands} 個までです。",
                    $"At most {MostCommands} commands are allowed."
                );
            }
            foreach (
                string title in list.GroupBy(title => title.Value)
                    .Where(same => same.Count() > 1)
                    .Select(same => same.Key)
            )
            {
                yield return Wrong(list.Key, $"「{title}」が二度あります。", $"\"{title}\" stands twice.");
            }
        }
        foreach (var scope in manifest.Under("bots[*].commandLists[*].scopes[*]").GroupBy(scope => scope.Value))
        {
            if (scope.Count() > 1)
            {
                yield return Wrong(
                    scope.Last().Path,
                    $"「{scope.Key}」の一覧が二つあります。",
                    $"\"{scope.Key}\" has two lists."
                );
            }
            if (!botScopes.Contains(scope.Key))
            {
                yield return Wrong(
                    scope.Last().Path,
                    $"bots[0].scopes に「{scope.Key}」がありません。",
                    $"bots[0].scopes lacks \"{scope.Key}\"."
                );
            }
        }
    }

    private static Fault Wrong(string path, string ja, string en) => new($"{TeamsPackage.ManifestName} {path}", ja, en);
}
