using Renkei.Testing;

namespace Renkei.Tables.Tests;

/// <summary>A test on a small disk of its own; where none can be mounted it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute()
    {
        if (!SmallDisk.IsPossible)
        {
            Skip = "Needs Linux and the right to mount a small disk.";
        }
    }
}
