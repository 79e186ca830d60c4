namespace Renkei.Domain.Text;

/// <summary>
/// Finds the command somebody means: word for word in the normal form, or with one slip of typing; never a guess between two.
/// Immutable.
/// </summary>
/// <typeparam name="T">What stands for a command in code.</typeparam>
public sealed class CommandMatcher<T>
    where T : notnull
{
    // One slip in a word of two characters makes another word.
    private const int ShortestWithSlip = 3;

    // Two commands this long and one slip apart would be taken for each other.
    private const int ShortestKeptApart = 4;

    // A command is said in a few words; what is longer is a message.
    private const int LongestCommand = 60;

    private readonly Command<T>[] commands;
    private readonly (string Form, Command<T> Command)[] forms;
    private readonly Dictionary<string, Command<T>> exact = new(StringComparer.Ordinal);

    // Most commands come from a button or a list, letter by letter: those need no folding.
    private readonly Dictionary<string, Command<T>> asWritten = new(StringComparer.Ordinal);

    /// <summary>Prepares the commands for comparing.</summary>
    /// <param name="commands">All commands, each value once; their order decides between equally near ones.</param>
    /// <exception cref="ArgumentException">
    /// A value stands twice, a word has no letter, or words of two commands are the same or only one slip apart (with four or
    /// more characters in one of them).
    /// </exception>
    public CommandMatcher(IEnumerable<Command<T>> commands)
    {
        this.commands = [.. commands];
        if (this.commands.DistinctBy(c => c.Value).Count() != this.commands.Length)
        {
            throw new ArgumentException("A command stands twice.", nameof(commands));
        }
        forms =
        [
            .. this
                .commands.SelectMany(c => c.Words.Select(w => (Form: TextNormaliser.Normalise(w), Command: c)))
                .Distinct(),
        ];
        foreach ((string form, Command<T> command) in forms)
        {
            if (form.Length == 0)
            {
                throw new ArgumentException($"A word of {command.Value} has no letter.", nameof(commands));
            }
            if (!exact.TryAdd(form, command) && exact[form] != command)
            {
                throw new ArgumentException(
                    $"{command.Value} and {exact[form].Value} are both called {form}.",
                    nameof(commands)
                );
            }
        }
        RefuseNeighbours();
        foreach (Command<T> command in this.commands)
        {
            foreach (string word in command.Words)
            {
                asWritten.TryAdd(word, command);
            }
        }
    }

    /// <summary>The command that a text names, with what follows it, or <see langword="null"/> when none is named clearly.</summary>
    public CommandMatch<T>? Match(string text)
    {
        if (Named(text, slips: false) is { } whole)
        {
            return new(whole.Value, "");
        }
        if (WithRest(text, slips: false) is { } started)
        {
            return started;
        }
        return Named(text, slips: true) is { } almost ? new(almost.Value, "") : WithRest(text, slips: true);
    }

    /// <summary>The commands most like a text, most alike first; always as many as asked for where there are that many.</summary>
    /// <param name="text">What was typed; may be empty.</param>
    /// <param name="count">At least 1.</param>
    public IReadOnlyList<T> Nearest(string text, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        string form = TextNormaliser.Normalise(text.Length > LongestCommand ? text[..LongestCommand] : text);
        // OrderByDescending is stable, so equally near commands keep the order they were given in.
        return
        [
            .. forms
                .GroupBy(f => f.Command, f => Similarity.Between(form, f.Form))
                .OrderByDescending(g => g.Max())
                .Take(count)
                .Select(g => g.Key.Value),
        ];
    }

    private Command<T>? Named(string text, bool slips)
    {
        if (text.Length > LongestCommand)
        {
            return null;
        }
        if (asWritten.TryGetValue(text, out Command<T>? written))
        {
            return written;
        }
        string form = TextNormaliser.Normalise(text);
        if (!slips)
        {
            return exact.GetValueOrDefault(form);
        }
        if (form.Length < ShortestWithSlip)
        {
            return null;
        }
        Command<T>[] near = [.. forms.Where(f => IsNear(form, f.Form)).Select(f => f.Command).Distinct().Take(2)];
        return near.Length == 1 ? near[0] : null;
    }

    // The longest beginning that names a command and ends where a word ends.
    private CommandMatch<T>? WithRest(string text, bool slips)
    {
        for (int end = Math.Min(text.Length, LongestCommand) - 1; end > 0; end--)
        {
            if (IsSeparator(text[end]) && Named(text[..end], slips) is { TakesText: true } command)
            {
                string rest = Unwrapped(text[end..]);
                if (rest.Length > 0)
                {
                    return new(command.Value, rest);
                }
            }
        }
        return null;
    }

    private void RefuseNeighbours()
    {
        foreach ((string form, Command<T> command) in forms.Where(f => f.Form.Length >= ShortestKeptApart))
        {
            foreach ((string other, Command<T> otherCommand) in forms)
            {
                if (command != otherCommand && EditDistance.Between(form, other) <= 1)
                {
                    throw new ArgumentException(
                        $"{form} ({command.Value}) and {other} ({otherCommand.Value}) are one slip apart."
                    );
                }
            }
        }
    }

    private static bool IsNear(string a, string b) =>
        b.Length >= ShortestWithSlip && Math.Abs(a.Length - b.Length) <= 1 && EditDistance.Between(a, b) <= 1;

    private static bool IsSeparator(char c) =>
        char.IsWhiteSpace(c) || "、，,：:「『（(\"“".Contains(c, StringComparison.Ordinal);

    private static string Unwrapped(string rest) =>
        rest.Trim([' ', '　', '\t', '\r', '\n', .. "、，,：:「」『』（）()\"“”"]);
}
